package io.jenkins.plugins.itgc.testbed.sandbox.page;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineIssue;
import java.util.Map;

/** Tickets for people. */
record TicketPages(World world) {
    Answer jira(Request request) {
        JiraIssue issue = world.jira().issues().get(request.variable("key"));
        if (issue == null) {
            throw new HttpProblem(404, "There is no such ticket.");
        }
        Html html = new Html(issue.key() + " " + issue.facts().summary());
        html.raw("<dl>")
                .fact("Status", issue.status())
                .raw("</dl><pre>")
                .text(issue.facts().description())
                .raw("</pre>");
        html.raw("<h2>History</h2><ul>");
        issue.history().forEach(entry -> entry.items()
                .forEach(item -> change(html, entry.author(), item.field(), item.from(), item.to())));
        html.raw("</ul><h2>Comments</h2>");
        issue.comments().forEach(comment -> html.raw("<pre>")
                .text(name(comment.author()) + ": " + comment.body())
                .raw("</pre>"));
        html.raw("<h2>Act as somebody</h2>");
        new ActForm(world, "transition-ticket", "Move")
                .addTo(
                        html,
                        Map.of("key", issue.key()),
                        "/jira/browse/" + issue.key(),
                        "to",
                        world.jira().statuses());
        return html.answer(200);
    }

    Answer redmine(Request request) {
        RedmineIssue issue = request.variable("id").matches("[0-9]{1,9}")
                ? world.redmine().issues().get(Integer.valueOf(request.variable("id")))
                : null;
        if (issue == null) {
            throw new HttpProblem(404, "There is no such issue.");
        }
        String id = Integer.toString(issue.id());
        Html html = new Html("#" + id + " " + issue.facts().subject());
        html.raw("<dl>")
                .fact("Status", issue.status())
                .raw("</dl><pre>")
                .text(issue.facts().description())
                .raw("</pre>");
        html.raw("<h2>History</h2><ul>");
        issue.journals().forEach(journal -> journal.details()
                .forEach(detail -> change(html, journal.author(), detail.field(), detail.from(), detail.to())));
        html.raw("</ul><h2>Act as somebody</h2>");
        new ActForm(world, "transition-issue", "Move")
                .addTo(
                        html,
                        Map.of("issue", id),
                        "/redmine/issues/" + id,
                        "to",
                        world.redmine().statuses());
        return html.answer(200);
    }

    private static void change(Html html, Account by, String field, String from, String to) {
        html.raw("<li>")
                .text(name(by) + " changed " + field + " from " + from + " to " + to)
                .raw("</li>");
    }

    private static String name(Account account) {
        return account == null ? "Somebody unknown" : account.login();
    }
}
