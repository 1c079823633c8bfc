package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Since when a description names the tickets that it names now: an approval before that was given for other ones. */
record TicketNaming(TicketReferences references) {
    /**
     * The code host's time of the last edit that changed the tickets; the epoch when none did. Where the code host does
     * not tell the texts, the last edit is taken to have changed them.
     */
    Instant since(PullRequestFacts facts) {
        List<BodyEdit> edits = facts.bodyEdits();
        if (edits.isEmpty()) {
            return Instant.EPOCH;
        }
        BodyEdit last = edits.get(edits.size() - 1);
        return isText(last, facts.body()) ? lastChange(edits, facts) : last.at();
    }

    /** The text after the last edit must be the description itself: only then are these texts, and not differences. */
    private static boolean isText(BodyEdit last, String body) {
        return last.text() != null
                && last.text()
                        .replace("\r", "")
                        .strip()
                        .equals(body.replace("\r", "").strip());
    }

    private Instant lastChange(List<BodyEdit> edits, PullRequestFacts facts) {
        Set<TicketKey> now = references.in(facts.body());
        for (int i = edits.size() - 1; i > 0; i--) {
            if (!named(edits.get(i - 1), now)) {
                return edits.get(i).at();
            }
        }
        return tellsOriginal(edits.get(0), facts, now)
                ? Instant.EPOCH
                : edits.get(0).at();
    }

    private boolean named(BodyEdit edit, Set<TicketKey> tickets) {
        return edit.text() != null && references.in(edit.text()).equals(tickets);
    }

    /** The code host lists the text that the pull request was opened with as the first edit, at the time of opening. */
    private boolean tellsOriginal(BodyEdit first, PullRequestFacts facts, Set<TicketKey> tickets) {
        return !first.at().isAfter(facts.createdAt()) && named(first, tickets);
    }
}
