package io.jenkins.plugins.itgc.slack;

/**
 * Where the bot speaks.
 *
 * @param team id of the workspace
 * @param channel where requests and deploys are shown; empty for nowhere
 * @param urgentChannel where what is urgent is shown; empty for nowhere
 */
public record Workspace(String team, String channel, String urgentChannel) {}
