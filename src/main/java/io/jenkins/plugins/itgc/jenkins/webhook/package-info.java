/** What comes in from outside: GitHub's and Amazon's deliveries, Slack's commands and clicks, and what is done about them. */
package io.jenkins.plugins.itgc.jenkins.webhook;
