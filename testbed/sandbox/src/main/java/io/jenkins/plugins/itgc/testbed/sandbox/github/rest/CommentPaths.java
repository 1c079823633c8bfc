package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Standing;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Comment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent;

/** The conversation of a pull request. */
record CommentPaths(Rest rest) {
    void addTo(Routes routes) {
        String issues = RestRoutes.REPOSITORY + "/issues";
        routes.on("GET", issues + "/{number}/comments", this::list)
                .on("POST", issues + "/{number}/comments", this::create)
                .on("PATCH", issues + "/comments/{id}", this::edit);
    }

    private Answer list(Request request) {
        PullRequest pull = rest.pull(request);
        return Listing.of(request, rest.links()).answer(pull.comments(), comment -> comment(pull, comment));
    }

    private Answer create(Request request) {
        PullRequest pull = rest.pull(request);
        String body = Rest.required(request.json(), "body");
        Comment comment = new Comment(
                rest.world().ids().next(),
                request.caller(),
                body,
                rest.world().clock().tick());
        pull.happened(new TimelineEvent.IssueComment(comment));
        return Answer.json(201, comment(pull, comment));
    }

    private Answer edit(Request request) {
        long id = Rest.number(request, "id");
        String body = Rest.required(request.json(), "body");
        for (PullRequest pull : rest.repository(request).pullRequests().values()) {
            for (Comment comment : pull.comments()) {
                if (comment.id() == id) {
                    comment.edit(body, rest.world().clock().tick());
                    return Answer.json(200, comment(pull, comment));
                }
            }
        }
        throw Rest.notFound();
    }

    private ObjectNode comment(PullRequest pull, Comment comment) {
        String repository = rest.links().api(pull.repository());
        ObjectNode json = Json.object()
                .put("id", comment.id())
                .put("node_id", Ids.node("IssueComment", comment.id()))
                .put("url", repository + "/issues/comments/" + comment.id())
                .put("html_url", rest.links().web(pull) + "#issuecomment-" + comment.id())
                .put("issue_url", repository + "/issues/" + pull.number())
                .put("body", comment.body())
                .put("author_association", Standing.association(pull.repository(), comment.author()))
                .put("created_at", comment.createdAt().toString())
                .put("updated_at", comment.updatedAt().toString());
        json.set("user", rest.people().nullable(comment.author()));
        return json;
    }
}
