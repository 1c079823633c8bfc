package io.jenkins.plugins.itgc.slack;

import java.util.Locale;

/**
 * Where the bot speaks.
 *
 * @param team id of the workspace
 * @param channel where requests and deploys are shown; empty for nowhere
 * @param urgentChannel where what is urgent is shown; empty for nowhere
 * @param language in which the bot speaks
 */
public record Workspace(String team, String channel, String urgentChannel, Locale language) {}
