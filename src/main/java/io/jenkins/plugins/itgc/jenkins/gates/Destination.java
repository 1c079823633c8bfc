package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;

/**
 * What would be deployed where.
 *
 * @param service what is deployed; null for a review outside a deploy
 * @param environment where, as it is configured
 */
public record Destination(String service, EnvironmentEntry environment) {}
