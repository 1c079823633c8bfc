package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.rule.TicketReferences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tickets of a pull request, ahead of the pull request itself where its branch hints at one. */
final class TicketReader {
    private final Tickets tickets;
    private final TicketReferences references;
    private final InParallel parallel;

    TicketReader(Tickets tickets, TicketReferences references, InParallel parallel) {
        this.tickets = tickets;
        this.references = references;
        this.parallel = parallel;
    }

    /** Begins to read what the branch name hints at; whether that is the ticket, only the description tells. */
    Ahead ahead(ReviewRequest.@Nullable HeadHint hint) {
        Map<TicketKey, InParallel.Read<Optional<TicketFacts>>> begun = new HashMap<>();
        if (hint != null) {
            references.hintedBy(hint.branch()).forEach(key -> begun.put(key, begin(key)));
        }
        return new Ahead(begun);
    }

    private InParallel.Read<Optional<TicketFacts>> begin(TicketKey key) {
        return parallel.begin(() -> tickets.read(key));
    }

    /** Reads under way; closing gives up those that nobody asked for. */
    final class Ahead implements AutoCloseable {
        private final Map<TicketKey, InParallel.Read<Optional<TicketFacts>>> begun;

        private Ahead(Map<TicketKey, InParallel.Read<Optional<TicketFacts>>> begun) {
            this.begun = begun;
        }

        /** Begins to read what the description names. */
        void described(String description) {
            named(description).forEach(key -> begun.computeIfAbsent(key, TicketReader.this::begin));
        }

        private List<TicketKey> named(String description) {
            List<TicketKey> named = List.copyOf(references.in(description));
            return named.size() > LIMIT ? List.of() : named;
        }

        /** The tickets that the description names and that exist. */
        List<TicketFacts> namedBy(PullRequestFacts facts) throws EvidenceUnavailable, InterruptedException {
            described(facts.body());
            List<TicketKey> named = named(facts.body());
            List<TicketFacts> found = new ArrayList<>();
            for (TicketKey key : named) {
                Objects.requireNonNull(begun.remove(key), "Every ticket that is named is being read.")
                        .get()
                        .ifPresent(found::add);
            }
            return found;
        }

        @Override
        public void close() {
            begun.values().forEach(InParallel.Read::cancel);
        }
    }

    /** A description that names more tickets than this is refused anyway; it shall not make us flood the tracker. */
    private static final int LIMIT = 5;
}
