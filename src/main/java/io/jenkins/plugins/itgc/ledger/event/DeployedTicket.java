package io.jenkins.plugins.itgc.ledger.event;

import org.jspecify.annotations.Nullable;

/**
 * A ticket that a deploy is for.
 *
 * @param tracker name of the ticket tracker; null when not known
 * @param key the tracker's key
 * @param title outside text; null when not known
 * @param url its address; null when not known
 */
public record DeployedTicket(
        @Nullable String tracker,
        String key,
        @Nullable String title,
        @Nullable String url) {}
