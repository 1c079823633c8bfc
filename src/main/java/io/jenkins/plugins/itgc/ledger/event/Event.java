package io.jenkins.plugins.itgc.ledger.event;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the ledger keeps it. There is one record for each kind of entry; {@link Kind} lists them with
 * the form of their subjects and bodies.
 */
public sealed interface Event
        permits RulingEvent,
                ApprovalEvent,
                DeployEvent,
                HoldEvent,
                RunningVersionEvent,
                WindowEvent,
                IdentityEvent,
                ShareEvent,
                LedgerEvent,
                Event.Archived,
                Event.Unreadable {
    /** What it is filed under; null where it cannot be read. */
    @Nullable
    Subject subject();

    /** What it keeps; a record of this room. Null where it is not here. */
    @Nullable
    Object body();

    /**
     * An entry whose body was moved to an archive.
     *
     * @param kind its kind
     * @param subject what it is filed under
     */
    record Archived(String kind, Subject subject) implements Event {
        @Override
        public @Nullable Object body() {
            return null;
        }
    }

    /**
     * An entry that this version cannot read: of a kind that a later version knows, or changed by somebody. Views leave it
     * out; whoever must know what it says fails by {@link EventLog#required}.
     *
     * @param kind its kind
     * @param problem why it cannot be read, a sentence
     */
    record Unreadable(String kind, String problem) implements Event {
        @Override
        public @Nullable Subject subject() {
            return null;
        }

        @Override
        public @Nullable Object body() {
            return null;
        }
    }
}
