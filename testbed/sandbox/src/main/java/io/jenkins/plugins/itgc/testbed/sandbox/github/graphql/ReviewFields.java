package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Standing;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.CommitNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.ReviewNode;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Edit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import io.jenkins.plugins.itgc.testbed.sandbox.model.ReviewState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reviews. */
final class ReviewFields {
    private ReviewFields() {}

    static void addTo(RuntimeWiring.Builder all) {
        TypeFields.of("PullRequestReview", ReviewNode.class)
                .field("id", node -> Ids.node("PullRequestReview", node.review().id()))
                .field("databaseId", node -> node.review().id())
                .field("fullDatabaseId", node -> node.review().id())
                .field("author", node -> CommonFields.actor(node.review().author()))
                .field(
                        "authorAssociation",
                        node -> Standing.association(node.pull().repository(), author(node)))
                .field(
                        "authorCanPushToRepository",
                        node -> Standing.canPush(node.pull().repository(), author(node)))
                .field("state", node -> node.review().state())
                .field("body", node -> node.review().body())
                .field("bodyText", node -> node.review().body())
                .field(
                        "commit",
                        node -> CommitNode.of(
                                node.pull().repository(), node.review().commit()))
                .field("submittedAt", node -> node.review().submittedAt())
                .field("createdAt", node -> node.review().submittedAt())
                .field("publishedAt", node -> node.review().submittedAt())
                .field("updatedAt", node -> node.review()
                        .lastEdit()
                        .map(Edit::at)
                        .orElse(node.review().submittedAt()))
                .field(
                        "lastEditedAt",
                        node -> node.review().lastEdit().map(Edit::at).orElse(null))
                .field("editor", node -> node.review()
                        .lastEdit()
                        .map(Edit::editor)
                        .map(CommonFields::actor)
                        .orElse(null))
                .field("includesCreatedEdit", node -> node.review().lastEdit().isPresent())
                .field(
                        "userContentEdits",
                        (node, env) -> Page.of(
                                PullRequestFields.newestFirst(node.review().edits()), env))
                .field("pullRequest", ReviewNode::pull)
                .field("repository", node -> node.pull().repository())
                .field("isMinimized", node -> false)
                .field("viewerDidAuthor", (node, env) -> author(node)
                        .equals(Asking.of(env).viewer()))
                .field(
                        "url",
                        (node, env) -> Asking.of(env).links().web(node.pull()) + "#pullrequestreview-"
                                + node.review().id())
                .field(
                        "resourcePath",
                        node -> "/" + node.pull().repository().fullName() + "/pull/"
                                + node.pull().number() + "#pullrequestreview-"
                                + node.review().id())
                .addTo(all);
    }

    static Page reviews(PullRequest pull, DataFetchingEnvironment env) {
        List<String> states = env.getArgument("states");
        String author = env.getArgument("author");
        return page(
                pull,
                visible(pull, env).stream()
                        .filter(review ->
                                states == null || states.contains(review.state().name()))
                        .filter(review ->
                                author == null || review.author().login().equals(author))
                        .toList(),
                env);
    }

    static Page latest(PullRequest pull, DataFetchingEnvironment env) {
        return page(pull, latest(visible(pull, env), review -> true), env);
    }

    static Page latestOpinionated(PullRequest pull, DataFetchingEnvironment env) {
        boolean writersOnly = Boolean.TRUE.equals(env.getArgument("writersOnly"));
        List<Review> latest = latest(
                visible(pull, env),
                review -> review.state() != ReviewState.COMMENTED && review.state() != ReviewState.PENDING);
        return page(
                pull,
                latest.stream()
                        .filter(review -> !writersOnly || Standing.canPush(pull.repository(), review.author()))
                        .toList(),
                env);
    }

    /** A review that is not submitted yet is shown to its author alone. */
    private static List<Review> visible(PullRequest pull, DataFetchingEnvironment env) {
        Account viewer = Asking.of(env).viewer();
        return pull.reviews().stream()
                .filter(review ->
                        review.state() != ReviewState.PENDING || review.author().equals(viewer))
                .toList();
    }

    private static List<Review> latest(List<Review> reviews, Predicate<Review> counts) {
        Map<String, Review> byAuthor = new LinkedHashMap<>();
        reviews.stream()
                .filter(counts)
                .forEach(review -> byAuthor.put(review.author().login(), review));
        return List.copyOf(byAuthor.values());
    }

    private static Page page(PullRequest pull, List<Review> reviews, DataFetchingEnvironment env) {
        return Page.of(
                reviews.stream().map(review -> new ReviewNode(pull, review)).toList(), env);
    }

    private static Account author(ReviewNode node) {
        return node.review().author();
    }
}
