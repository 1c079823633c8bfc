package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.Dismissal;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the reviews of the pull-request query, and which of them are our own. */
final class ReviewReading {
    private final PullRequestPages pages;
    private final Map<String, Dismissal> dismissals = new HashMap<>();

    ReviewReading(PullRequestPages pages) {
        this.pages = pages;
        pages.nodes("timeline").stream()
                .filter(item -> item.text("__typename").equals("ReviewDismissedEvent"))
                .forEach(this::addDismissal);
    }

    private void addDismissal(Json event) {
        Account by = Accounts.of(event.optional("actor"));
        State was = state(event.text("previousReviewState"));
        event.optional("review").ifPresent(review -> dismissals.put(review.text("id"), new Dismissal(by, was)));
    }

    /** Reviews of others that were submitted; what our own account says is no evidence for itself. */
    List<ReviewFacts> others() {
        return pages.nodes("reviews").stream()
                .filter(review -> !own(review) && state(review.text("state")) != State.PENDING)
                .map(this::review)
                .toList();
    }

    /** Reviews that this account gave before. */
    List<OwnReview> own() {
        return pages.nodes("reviews").stream()
                .filter(this::own)
                .filter(review -> state(review.text("state")) != State.PENDING)
                .map(review -> new OwnReview(
                        review.identifier("fullDatabaseId"),
                        state(review.text("state")),
                        review.optional("commit").map(CommitReading::id).orElse(null),
                        review.text("body")))
                .toList();
    }

    private boolean own(Json review) {
        String author = Accounts.of(review.optional("author")).key();
        return author.equals(Account.human(Accounts.plain(pages.viewer())).key());
    }

    private ReviewFacts review(Json review) {
        Optional<Json> commit = review.optional("commit");
        return new ReviewFacts(
                Accounts.of(review.optional("author")),
                state(review.text("state")),
                commit.map(CommitReading::id).orElse(null),
                commit.map(found -> found.get("tree").get("oid").as(TreeId::new))
                        .orElse(null),
                review.flag("authorCanPushToRepository"),
                review.instant("submittedAt"),
                review.text("url"),
                dismissals.get(review.text("id")));
    }

    private static State state(String text) {
        try {
            return State.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswer(Message.of("connect.answer.review"), Message.of("connect.answer.unknown-state"));
        }
    }
}
