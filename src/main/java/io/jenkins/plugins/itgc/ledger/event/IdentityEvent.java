package io.jenkins.plugins.itgc.ledger.event;

/** Who is who, as people showed it themselves. */
public sealed interface IdentityEvent extends Event {
    /** Somebody connected an account. */
    record Linked(Subject.OfAccount subject, Link body) implements IdentityEvent {}

    /**
     * A connected account.
     *
     * @param person whose account it is
     * @param account which one
     * @param proof how that was shown
     */
    record Link(String person, ApprovalBody.Account account, String proof) {}
}
