package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.ledger.EntryJson;

import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request with everything that was answered to it, folded from the ledger. */
final class Asked {
    private final Entry entry;
    private final RequestBody body;
    private final List<Answered> answers = new ArrayList<>();
    private boolean expired;
    private boolean completed;
    private Answered byTicket;
    private Emergency emergency;

    private Asked(Entry entry) {
        this.entry = entry;
        this.body = EntryJson.read(entry, RequestBody.class);
    }

    /** An act with the entry that keeps it. */
    record Answered(Entry entry, AnswerBody body) {}

    /** The request that stands; empty when there is none, or the last one was voided. */
    static Optional<Asked> of(List<Entry> entries) {
        Asked asked = null;
        for (Entry entry : entries) {
            if (entry.kind().equals(Kinds.REQUESTED)) {
                asked = new Asked(entry);
            } else if (asked != null && entry.kind().equals(Kinds.VOIDED)) {
                asked = null;
            } else if (asked != null) {
                asked.add(entry);
            }
        }
        return Optional.ofNullable(asked);
    }

    private void add(Entry next) {
        switch (next.kind()) {
            case Kinds.EXPIRED -> expired = true;
            case Kinds.COMPLETED -> completed = true;
            case Kinds.GIVEN, Kinds.REFUSED, Kinds.WITHDRAWN -> addAnswer(next);
            default -> emergency = Emergency.after(emergency, next);
        }
    }

    private void addAnswer(Entry next) {
        Answered answer = new Answered(next, EntryJson.read(next, AnswerBody.class));
        if (!answer.body().request().equals(id())) {
            return;
        }
        if (answer.body().channel().equals(TicketVotes.CHANNEL)) {
            byTicket = next.kind().equals(Kinds.GIVEN) ? answer : null;
        } else {
            answers.add(answer);
        }
    }

    String id() {
        return String.valueOf(entry.sequence());
    }

    Entry entry() {
        return entry;
    }

    RequestBody body() {
        return body;
    }

    List<Answered> answers() {
        return List.copyOf(answers);
    }

    boolean expired() {
        return expired;
    }

    boolean completed() {
        return completed;
    }

    /** What the tickets said when they were looked at last. */
    Optional<Answered> byTicket() {
        return Optional.ofNullable(byTicket);
    }

    Optional<Emergency> emergency() {
        return Optional.ofNullable(emergency);
    }

    ApprovalRequest request() {
        return new ApprovalRequest(id(), entry.at(), body.expiresAt(), expired, body.ticketMarks());
    }
}
