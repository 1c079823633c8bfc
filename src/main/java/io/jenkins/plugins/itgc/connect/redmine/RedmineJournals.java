package io.jenkins.plugins.itgc.connect.redmine;

import io.jenkins.plugins.itgc.connect.http.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the journals of an issue: who changed which attribute. */
final class RedmineJournals {
    private static final Set<String> SCOPE = Set.of("subject", "description");

    private final List<Json> journals;

    RedmineJournals(List<Json> journals) {
        this.journals = journals.stream()
                .sorted(Comparator.comparing((Json journal) -> journal.instant("created_on"))
                        .thenComparing(journal -> journal.number("id")))
                .toList();
    }

    /**
     * Somebody changed the status.
     *
     * @param userId Redmine's number of the user
     * @param userName for people only
     */
    record StatusChange(String statusId, String userId, String userName, Instant at) {}

    Optional<StatusChange> lastStatusChange() {
        return journals.stream()
                .flatMap(journal -> attributes(journal)
                        .filter(detail -> detail.text("name").equals("status_id"))
                        .map(detail -> statusChange(journal, detail)))
                .reduce((earlier, later) -> later);
    }

    private static StatusChange statusChange(Json journal, Json detail) {
        Json user = journal.get("user");
        return new StatusChange(
                detail.text("new_value"), user.identifier("id"), user.text("name"), journal.instant("created_on"));
    }

    List<Instant> scopeChanges() {
        return journals.stream()
                .filter(journal -> attributes(journal).anyMatch(detail -> SCOPE.contains(detail.text("name"))))
                .map(journal -> journal.instant("created_on"))
                .toList();
    }

    private static Stream<Json> attributes(Json journal) {
        return journal.list("details").stream()
                .filter(detail -> detail.text("property").equals("attr"));
    }
}
