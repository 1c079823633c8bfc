package io.jenkins.plugins.itgc.testbed.sandbox.page;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import java.util.List;
import java.util.Map;

/** Pull requests and commits for people. */
record GitHubPages(World world) {
    Answer pull(Request request) {
        Repository repository = repository(request);
        PullRequest pull = request.variable("number").matches("[0-9]{1,9}")
                ? repository.pullRequests().get(Integer.valueOf(request.variable("number")))
                : null;
        if (pull == null) {
            throw new HttpProblem(404, "There is no such pull request.");
        }
        Html html = new Html(pull.title() + " #" + pull.number());
        facts(html, pull);
        html.raw("<pre>").text(pull.body()).raw("</pre>");
        commits(html, pull);
        reviews(html, pull);
        if (pull.closedAt().isEmpty()) {
            forms(html, pull);
        }
        return html.answer(200);
    }

    private static void facts(Html html, PullRequest pull) {
        String state = pull.merge().isPresent() ? "merged" : pull.closedAt().isPresent() ? "closed" : "open";
        html.raw("<dl>")
                .fact("State", state)
                .fact("Author", pull.author().login())
                .fact("From", pull.headRepository().fullName() + " " + pull.head())
                .fact("Into", pull.base())
                .fact("Labels", pull.labels().isEmpty() ? "none" : String.join(", ", pull.labels()))
                .raw("</dl>");
    }

    private void commits(Html html, PullRequest pull) {
        html.raw("<h2>Commits</h2><ul>");
        for (Commit commit : pull.repository().commits(pull)) {
            String path = "/github/" + pull.repository().fullName() + "/commit/" + commit.sha();
            html.raw("<li>")
                    .link(path, commit.sha().substring(0, 7))
                    .text(" " + commit.headline())
                    .raw("</li>");
        }
        html.raw("</ul>");
    }

    private static void reviews(Html html, PullRequest pull) {
        html.raw("<h2>Reviews</h2>");
        for (Review review : pull.reviews()) {
            html.raw("<section><h3>")
                    .text(review.author().restLogin() + ": " + review.state())
                    .raw("</h3><p>of ")
                    .text(review.commit().substring(0, 7))
                    .text(review.commit().equals(pull.headOid()) ? " (the head)" : " (not the head any more)")
                    .raw("</p><pre>")
                    .text(review.body())
                    .raw("</pre></section>");
        }
    }

    private void forms(Html html, PullRequest pull) {
        Map<String, String> fixed =
                Map.of("repository", pull.repository().fullName(), "number", Integer.toString(pull.number()));
        String here = IndexPage.path(pull);
        html.raw("<h2>Act as somebody</h2>");
        new ActForm(world, "add-review", "Submit review")
                .addTo(html, fixed, here, "state", List.of("APPROVED", "CHANGES_REQUESTED", "COMMENTED"));
        new ActForm(world, "add-label", "Add label").addTo(html, fixed, here, "label");
        new ActForm(world, "add-comment", "Comment").addTo(html, fixed, here, "body");
        new ActForm(world, "merge-pull-request", "Merge").addTo(html, fixed, here);
    }

    Answer commit(Request request) {
        Repository repository = repository(request);
        String sha = repository
                .store()
                .resolve(request.variable("sha"))
                .orElseThrow(() -> new HttpProblem(404, "There is no such commit."));
        Commit commit = repository.store().commit(sha);
        Html html = new Html(commit.headline());
        html.raw("<dl>")
                .fact("Commit", commit.sha())
                .fact("Tree", commit.tree())
                .fact("Parents", String.join(" ", commit.parents()))
                .fact("Author", written(commit.author()))
                .fact("Committer", written(commit.committer()))
                .raw("</dl><pre>")
                .text(commit.message())
                .raw("</pre>");
        return html.answer(200);
    }

    private static String written(Commit.Person person) {
        return person.name() + " <" + person.email() + "> " + person.date();
    }

    private Repository repository(Request request) {
        return world.findRepository(request.variable("owner") + "/" + request.variable("repo"))
                .orElseThrow(() -> new HttpProblem(404, "There is no such repository."));
    }
}
