/** Jira Cloud (REST v3) and Jira Data Center (REST v2). */
@NullMarked
package io.jenkins.plugins.itgc.connect.jira;

import org.jspecify.annotations.NullMarked;
