package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.Account;
import org.jspecify.annotations.Nullable;

/**
 * An act that means "approved", and whether it counts.
 *
 * @param by who approved
 * @param how who approved what, such as "bob approved 3f2a"
 * @param objection why it does not count; null when it does
 */
public record Approval(Account by, Message how, @Nullable Finding objection) {
    /** Whether nothing speaks against it. */
    public boolean counts() {
        return objection == null;
    }
}
