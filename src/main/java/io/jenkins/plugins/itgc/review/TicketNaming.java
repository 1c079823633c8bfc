package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Since when a description names the tickets that it names now: an approval before that was given for other ones. */
record TicketNaming(TicketReferences references) {
    /** The code host's time of the last edit that changed the tickets; the epoch when none did. */
    Instant since(PullRequestFacts facts) {
        List<BodyEdit> edits = facts.bodyEdits();
        Set<TicketKey> now = references.in(facts.body());
        for (int i = edits.size() - 1; i > 0; i--) {
            if (!named(edits.get(i - 1), now)) {
                return edits.get(i).at();
            }
        }
        return edits.isEmpty() || tellsOriginal(edits.get(0), facts, now) ? Instant.EPOCH : edits.get(0).at();
    }

    private boolean named(BodyEdit edit, Set<TicketKey> tickets) {
        return edit.text() != null && references.in(edit.text()).equals(tickets);
    }

    /** The code host lists the text that the pull request was opened with as the first edit, at the time of opening. */
    private boolean tellsOriginal(BodyEdit first, PullRequestFacts facts, Set<TicketKey> tickets) {
        return !first.at().isAfter(facts.createdAt()) && named(first, tickets);
    }
}
