package io.jenkins.plugins.itgc.connect.jira;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.TicketFacts.Transition;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads the history of an issue. */
final class JiraChangelog {
    private static final Set<String> SCOPE = Set.of("summary", "description");

    private final List<Json> histories;
    private final Set<String> managers;
    private final Set<String> robots;

    JiraChangelog(List<Json> histories, Set<String> managers, Set<String> robots) {
        this.histories = histories.stream()
                .sorted(Comparator.comparing((Json history) -> history.instant("created"))
                        .thenComparing(JiraChangelog::number))
                .toList();
        this.managers = managers;
        this.robots = robots;
    }

    private static BigInteger number(Json history) {
        try {
            return new BigInteger(history.identifier("id"));
        } catch (NumberFormatException e) {
            throw new MalformedAnswer(Message.of("connect.answer.history"), Message.of("connect.answer.no-number"));
        }
    }

    List<Transition> transitions() {
        return histories.stream()
                .flatMap(history -> history.list("items").stream()
                        .filter(item -> item.text("field").equals("status"))
                        .map(item -> transition(history, item)))
                .toList();
    }

    private Transition transition(Json history, Json item) {
        return new Transition(
                item.text("toString"),
                JiraUser.actor(history.optional("author"), managers, robots),
                history.instant("created"));
    }

    List<Instant> scopeChanges() {
        return histories.stream()
                .filter(history -> history.list("items").stream().anyMatch(item -> SCOPE.contains(item.text("field"))))
                .map(history -> history.instant("created"))
                .toList();
    }
}
