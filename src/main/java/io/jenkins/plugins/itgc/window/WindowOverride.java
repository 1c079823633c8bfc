package io.jenkins.plugins.itgc.window;

import java.time.Instant;

/**
 * Somebody's word that a deploy may happen although it is closed.
 *
 * @param person who said so
 * @param reason why
 * @param until up to when it holds
 * @param evidenceId the entry of the ledger that says so
 */
public record WindowOverride(String person, String reason, Instant until, String evidenceId) {}
