package io.jenkins.plugins.itgc.testbed.sandbox.page;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;

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
        return html.raw("</ul>").answer(200);
    }

    static String path(PullRequest pull) {
        return "/github/" + pull.repository().fullName() + "/pull/" + pull.number();
    }

    private static void item(Html html, String path, String text) {
        html.raw("<li>").link(path, text).raw("</li>");
    }
}
