package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PushType;
import java.time.Instant;

/** One movement of a branch; before is null for a new one. */
record BranchMove(Account by, PushType type, String before, String after, Instant at) {}
