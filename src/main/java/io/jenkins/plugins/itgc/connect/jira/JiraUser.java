package io.jenkins.plugins.itgc.connect.jira;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import java.util.Optional;
import java.util.Set;

/** Reads a user of Jira, as Cloud and Data Center write them. */
final class JiraUser {
    private static final TicketActor NOBODY = new TicketActor("", "an account that Jira does not name", false, false);

    private JiraUser() {}

    static String id(Json user) {
        return user.optionalText("accountId")
                .or(() -> user.optionalText("key"))
                .or(() -> user.optionalText("name"))
                .orElseThrow(() -> new MalformedAnswer(
                        Message.of("connect.answer.user"), Message.of("connect.answer.no-account")));
    }

    /** Cloud says which accounts belong to apps; elsewhere the configuration must. */
    static TicketActor actor(Optional<Json> author, Set<String> managers, Set<String> robots) {
        return author.map(user -> actor(user, managers, robots)).orElse(NOBODY);
    }

    private static TicketActor actor(Json user, Set<String> managers, Set<String> robots) {
        String id = id(user);
        boolean person = user.optionalText("accountType").orElse("atlassian").equals("atlassian");
        return new TicketActor(
                id, user.optionalText("displayName").orElse(id), person && !robots.contains(id), managers.contains(id));
    }
}
