/** Slack: what it signs, what is written to it, and how text from outside is made harmless there. */
package io.jenkins.plugins.itgc.connect.slack;
