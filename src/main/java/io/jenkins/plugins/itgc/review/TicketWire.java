package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;

/** Turns what was read about tickets into what the ledger keeps, and back. */
final class TicketWire {
    private TicketWire() {}

    static ReviewBody.Ticket ticket(TicketFacts value) {
        return new ReviewBody.Ticket(
                ticketKey(value.key()),
                value.project(),
                value.link(),
                value.summary(),
                value.status(),
                value.transitions().stream().map(TicketWire::transition).toList(),
                value.scopeChanges());
    }

    static TicketFacts ticket(ReviewBody.Ticket value) {
        return new TicketFacts(
                ticketKey(value.key()),
                value.project(),
                value.link(),
                value.summary(),
                value.status(),
                value.transitions().stream().map(TicketWire::transition).toList(),
                value.scopeChanges());
    }

    static ReviewBody.TicketKey ticketKey(TicketKey value) {
        return new ReviewBody.TicketKey(value.tracker(), value.key());
    }

    static TicketKey ticketKey(ReviewBody.TicketKey value) {
        return new TicketKey(value.tracker(), value.key());
    }

    static ReviewBody.TicketActor ticketActor(TicketActor value) {
        return new ReviewBody.TicketActor(value.id(), value.displayName(), value.human(), value.manager());
    }

    static TicketActor ticketActor(ReviewBody.TicketActor value) {
        return new TicketActor(value.id(), value.displayName(), value.human(), value.manager());
    }

    static ReviewBody.Transition transition(TicketFacts.Transition value) {
        return new ReviewBody.Transition(value.to(), ticketActor(value.actor()), value.at());
    }

    static TicketFacts.Transition transition(ReviewBody.Transition value) {
        return new TicketFacts.Transition(value.to(), ticketActor(value.actor()), value.at());
    }
}
