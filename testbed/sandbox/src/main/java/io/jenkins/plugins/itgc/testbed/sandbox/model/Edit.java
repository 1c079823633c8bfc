package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;

/** Somebody changed a text after it was written. */
public record Edit(long id, Account editor, Instant at) {}
