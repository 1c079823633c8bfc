package io.jenkins.plugins.itgc.connect.intake;

import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;

/**
 * Something that was delivered and verified.
 *
 * @param id by which the sender names it; the same id is taken once
 * @param event where it says to look
 */
public record Delivery(String id, GitHubEvent event) {}
