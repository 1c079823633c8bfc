package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Edit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import io.jenkins.plugins.itgc.testbed.sandbox.model.ReviewState;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent;
import java.time.Instant;
import java.util.Locale;

/** Reviews: read, submitted, edited, dismissed. */
record ReviewPaths(Rest rest) {
    void addTo(Routes routes) {
        String reviews = RestRoutes.REPOSITORY + "/pulls/{number}/reviews";
        routes.on("GET", reviews, this::list)
                .on("POST", reviews, this::create)
                .on("GET", reviews + "/{review}", request -> shown(rest.pull(request), review(request)))
                .on("PUT", reviews + "/{review}", this::update)
                .on("PUT", reviews + "/{review}/dismissals", this::dismiss);
    }

    private Answer list(Request request) {
        PullRequest pull = rest.pull(request);
        return Listing.of(request, rest.links())
                .answer(
                        pull.reviews().stream()
                                .filter(review -> review.state() != ReviewState.PENDING
                                        || review.author().equals(request.caller()))
                                .toList(),
                        review -> rest.pulls().review(pull, review));
    }

    private Answer create(Request request) {
        PullRequest pull = rest.pull(request);
        JsonNode body = request.json();
        ReviewState state = state(body);
        String text = Rest.optional(body, "body");
        if (state != ReviewState.PENDING && pull.author().equals(request.caller()) && state != ReviewState.COMMENTED) {
            throw new HttpProblem(
                    422,
                    "Can not "
                            + body.path("event")
                                    .asText()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' ') + " your own pull request");
        }
        if (text == null && (state == ReviewState.CHANGES_REQUESTED || state == ReviewState.COMMENTED)) {
            throw new HttpProblem(422, "Body can't be blank");
        }
        String commitId = Rest.optional(body, "commit_id");
        String commit = commitId == null ? pull.headOid() : rest.commit(pull.repository(), commitId);
        Instant at = rest.world().clock().tick();
        Review review =
                new Review(rest.world().ids().next(), request.caller(), state, commit, text == null ? "" : text, at);
        pull.happened(new TimelineEvent.PullRequestReview(review));
        return shown(pull, review);
    }

    private static ReviewState state(JsonNode body) {
        return switch (body.path("event").asText("PENDING")) {
            case "APPROVE" -> ReviewState.APPROVED;
            case "REQUEST_CHANGES" -> ReviewState.CHANGES_REQUESTED;
            case "COMMENT" -> ReviewState.COMMENTED;
            case "PENDING" -> ReviewState.PENDING;
            default ->
                throw new HttpProblem(422, "Variable $event of type PullRequestReviewEvent was provided invalid value");
        };
    }

    private Answer update(Request request) {
        Review review = review(request);
        if (!review.author().equals(request.caller())) {
            throw new HttpProblem(403, "Resource not accessible");
        }
        Edit edit = new Edit(
                rest.world().ids().next(),
                request.caller(),
                rest.world().clock().tick(),
                Rest.required(request.json(), "body"));
        review.edit(edit);
        return shown(rest.pull(request), review);
    }

    private Answer dismiss(Request request) {
        PullRequest pull = rest.pull(request);
        Review review = review(request);
        String message = Rest.required(request.json(), "message");
        if (review.state() != ReviewState.APPROVED && review.state() != ReviewState.CHANGES_REQUESTED) {
            throw new HttpProblem(422, "Can not dismiss a " + review.state() + " pull request review");
        }
        Instant at = rest.world().clock().tick();
        pull.happened(new TimelineEvent.ReviewDismissedEvent(
                rest.world().ids().next(), request.caller(), at, review, review.state(), message));
        return shown(pull, review);
    }

    private Review review(Request request) {
        long id = Rest.number(request, "review");
        return rest.pull(request).reviews().stream()
                .filter(review -> review.id() == id)
                .findFirst()
                .orElseThrow(Rest::notFound);
    }

    private Answer shown(PullRequest pull, Review review) {
        return Answer.json(200, rest.pulls().review(pull, review));
    }
}
