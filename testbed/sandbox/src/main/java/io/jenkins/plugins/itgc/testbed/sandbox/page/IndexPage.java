package io.jenkins.plugins.itgc.testbed.sandbox.page;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import java.util.List;
import java.util.Map;

/** Everything that there is a page for. */
record IndexPage(World world) {
    Answer answer() {
        Html html = new Html("A world of its own");
        html.raw("<h2>Pull requests</h2><ul>");
        world.repositories().values().forEach(repository -> repository
                .pullRequests()
                .values()
                .forEach(pull ->
                        item(html, path(pull), repository.fullName() + "#" + pull.number() + " " + pull.title())));
        html.raw("</ul><h2>Tickets</h2><ul>");
        world.jira()
                .issues()
                .values()
                .forEach(issue -> item(
                        html,
                        "/jira/browse/" + issue.key(),
                        issue.key() + " " + issue.facts().summary() + " (" + issue.status() + ")"));
        world.redmine()
                .issues()
                .values()
                .forEach(issue -> item(
                        html,
                        "/redmine/issues/" + issue.id(),
                        "#" + issue.id() + " " + issue.facts().subject() + " (" + issue.status() + ")"));
        html.raw("</ul><h2>Slack</h2><ul>");
        item(html, SlackPages.PATH, "messages: " + world.slack().messages().size());
        html.raw("</ul>");
        calendars(html);
        databases(html);
        return html.answer(200);
    }

    private void calendars(Html html) {
        world.calendars().forEach((name, calendar) -> {
            html.raw("<h2>").text("Calendar " + name).raw("</h2><ul>");
            calendar.titles().forEach(title -> html.raw("<li>").text(title).raw("</li>"));
            html.raw("</ul>");
        });
    }

    private void databases(Html html) {
        world.databases().forEach((name, database) -> {
            String migrated = database.migrated() == null
                    ? "not migrated yet"
                    : "migrated with the scripts of " + database.migrated().substring(0, 7);
            html.raw("<h2>")
                    .text("Database " + name)
                    .raw("</h2><p>")
                    .text(migrated)
                    .raw("</p>");
            new ActForm(world, "migrate-database", "Migrate")
                    .addTo(
                            html,
                            Map.of("database", name),
                            "/",
                            "commit",
                            List.copyOf(database.repository().branches().keySet()));
        });
    }

    static String path(PullRequest pull) {
        return "/github/" + pull.repository().fullName() + "/pull/" + pull.number();
    }

    private static void item(Html html, String path, String text) {
        html.raw("<li>").link(path, text).raw("</li>");
    }
}
