/** Jira Cloud (REST v3) and Jira Data Center (REST v2). */
package io.jenkins.plugins.itgc.connect.jira;
