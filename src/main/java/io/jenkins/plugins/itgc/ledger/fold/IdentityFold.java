package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.IdentityEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose the accounts are that people connected themselves.
 *
 * @param persons the person of each account, in the order in which they were connected
 */
public record IdentityFold(Map<ApprovalBody.Account, String> persons) {
    /** Nobody connected anything. */
    public static final IdentityFold NONE = new IdentityFold(Map.of());

    public IdentityFold {
        persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
    }

    /** After an event. An account belongs to whoever connected it first: it is never somebody else's as well. */
    public IdentityFold after(IdentityEvent event) {
        if (!(event instanceof IdentityEvent.Linked linked)) {
            return this;
        }
        Map<ApprovalBody.Account, String> all = new LinkedHashMap<>(persons);
        all.putIfAbsent(linked.body().account(), linked.body().person());
        return new IdentityFold(all);
    }
}
