/** The Slack bot: what it says about requests and deploys, and what its commands and buttons do; knows no Jenkins. */
package io.jenkins.plugins.itgc.slack;
