/** The Slack bot: what it says about requests and deploys, and what its commands and buttons do; knows no Jenkins. */
@NullMarked
package io.jenkins.plugins.itgc.slack;

import org.jspecify.annotations.NullMarked;
