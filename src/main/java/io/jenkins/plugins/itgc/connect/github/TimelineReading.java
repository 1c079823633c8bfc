package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what happened to a pull request, from the pull-request query. */
final class TimelineReading {
    private static final Set<String> BASE_CHANGES =
            Set.of("BaseRefChangedEvent", "BaseRefForcePushedEvent", "AutomaticBaseChangeSucceededEvent");

    private final PullRequestPages pages;

    TimelineReading(PullRequestPages pages) {
        this.pages = pages;
    }

    List<LabelEvent> labels() {
        return pages.nodes("timeline").stream()
                .filter(item -> item.text("__typename").endsWith("abeledEvent"))
                .map(TimelineReading::label)
                .toList();
    }

    private static LabelEvent label(Json event) {
        return new LabelEvent(
                event.get("label").text("name"),
                event.text("__typename").equals("LabeledEvent"),
                Accounts.of(event.optional("actor")),
                event.instant("createdAt"),
                event.get("label")
                        .optional("updatedAt")
                        .map(changed -> event.get("label").instant("updatedAt"))
                        .orElse(null));
    }

    /** Force pushes whose outcome still exists. */
    List<PushFacts> forcePushes() {
        return pages.nodes("timeline").stream()
                .filter(item -> item.text("__typename").equals("HeadRefForcePushedEvent"))
                .map(TimelineReading::forcePush)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PushFacts> forcePush(Json event) {
        return event.optional("afterCommit")
                .map(after -> new PushFacts(
                        Accounts.of(event.optional("actor")),
                        CommitReading.id(after),
                        event.instant("createdAt"),
                        PushFacts.Kind.REWROTE));
    }

    /** What it is compared with became something else: what was reviewed before may have been less than it is now. */
    List<Instant> baseChanges() {
        return pages.nodes("timeline").stream()
                .filter(item -> BASE_CHANGES.contains(item.text("__typename")))
                .map(item -> item.instant("createdAt"))
                .sorted()
                .toList();
    }

    /** Oldest first, whatever the order of the answer. */
    List<BodyEdit> bodyEdits() {
        return pages.nodes("edits").stream()
                .map(edit -> new BodyEdit(
                        Accounts.of(edit.optional("editor")),
                        edit.instant("editedAt"),
                        edit.optionalText("diff").orElse(null)))
                .sorted(Comparator.comparing(BodyEdit::at))
                .toList();
    }
}
