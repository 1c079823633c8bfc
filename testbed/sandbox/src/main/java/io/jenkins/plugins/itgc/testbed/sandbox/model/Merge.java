package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;

/** How a pull request got in. */
public record Merge(String commit, MergeMethod method, Account by, Instant at) {}
