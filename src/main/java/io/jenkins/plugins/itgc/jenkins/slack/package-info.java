/** The Slack bot: commands, buttons, messages about requests and deploys. */
package io.jenkins.plugins.itgc.jenkins.slack;
