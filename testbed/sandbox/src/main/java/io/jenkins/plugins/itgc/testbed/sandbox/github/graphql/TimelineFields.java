package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Standing;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.CommitNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.EventNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.LabelNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.PullRequestCommit;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.ReviewNode;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.BaseRefChangedEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.HeadRefForcePushedEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.IssueComment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.LabeledEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.MergedEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.RenamedTitleEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.ReviewDismissedEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.UnlabeledEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The timeline of a pull request. */
final class TimelineFields {
    private TimelineFields() {}

    static void addTo(RuntimeWiring.Builder all) {
        event("LabeledEvent")
                .field("label", as(LabeledEvent.class, (node, event) -> label(node, event.label())))
                .field("labelable", EventNode::pull)
                .addTo(all);
        event("UnlabeledEvent")
                .field("label", as(UnlabeledEvent.class, (node, event) -> label(node, event.label())))
                .field("labelable", EventNode::pull)
                .addTo(all);
        event("HeadRefForcePushedEvent")
                .field("pullRequest", EventNode::pull)
                .field("beforeCommit", as(HeadRefForcePushedEvent.class, (node, event) -> commit(node, event.before())))
                .field("afterCommit", as(HeadRefForcePushedEvent.class, (node, event) -> commit(node, event.after())))
                .field(
                        "ref",
                        node -> RepositoryFields.ref(
                                node.pull().headRepository(), node.pull().head()))
                .addTo(all);
        dismissals(all);
        event("MergedEvent")
                .field("pullRequest", EventNode::pull)
                .field("commit", as(MergedEvent.class, (node, event) -> commit(node, event.commit())))
                .field("mergeRefName", as(MergedEvent.class, (node, event) -> event.base()))
                .addTo(all);
        event("ClosedEvent").addTo(all);
        event("BaseRefChangedEvent")
                .field("databaseId", node -> node.event().id())
                .field("pullRequest", EventNode::pull)
                .field("previousRefName", as(BaseRefChangedEvent.class, (node, event) -> event.previous()))
                .field("currentRefName", as(BaseRefChangedEvent.class, (node, event) -> event.current()))
                .addTo(all);
        event("RenamedTitleEvent")
                .field("subject", EventNode::pull)
                .field("previousTitle", as(RenamedTitleEvent.class, (node, event) -> event.previous()))
                .field("currentTitle", as(RenamedTitleEvent.class, (node, event) -> event.current()))
                .addTo(all);
        comments(all);
    }

    private static void dismissals(RuntimeWiring.Builder all) {
        event("ReviewDismissedEvent")
                .field("databaseId", node -> node.event().id())
                .field("pullRequest", EventNode::pull)
                .field("dismissalMessage", as(ReviewDismissedEvent.class, (node, event) -> event.message()))
                .field("previousReviewState", as(ReviewDismissedEvent.class, (node, event) -> event.previousState()))
                .field(
                        "review",
                        as(ReviewDismissedEvent.class, (node, event) -> new ReviewNode(node.pull(), event.review())))
                .addTo(all);
    }

    private static void comments(RuntimeWiring.Builder all) {
        TypeFields.of("IssueComment", EventNode.class)
                .field("id", node -> Ids.node("IssueComment", node.event().id()))
                .field("databaseId", node -> node.event().id())
                .field("fullDatabaseId", node -> node.event().id())
                .field("author", node -> CommonFields.actor(node.event().actor()))
                .field(
                        "authorAssociation",
                        node -> Standing.association(
                                node.pull().repository(), node.event().actor()))
                .field("body", as(IssueComment.class, (node, event) -> event.comment()
                        .body()))
                .field("bodyText", as(IssueComment.class, (node, event) -> event.comment()
                        .body()))
                .field("createdAt", node -> node.event().at())
                .field("updatedAt", as(IssueComment.class, (node, event) -> event.comment()
                        .updatedAt()))
                .field("pullRequest", EventNode::pull)
                .field("repository", node -> node.pull().repository())
                .field(
                        "url",
                        (node, env) -> Asking.of(env).links().web(node.pull()) + "#issuecomment-"
                                + node.event().id())
                .addTo(all);
    }

    /** Items of the kinds asked for: commits first, then what happened in its order. */
    static Page items(PullRequest pull, DataFetchingEnvironment env) {
        List<String> types = env.getArgument("itemTypes");
        String since = env.getArgument("since");
        Integer skip = env.getArgument("skip");
        List<Object> items = everything(pull)
                .filter(item -> types == null || types.contains(Nodes.itemType(item)))
                .filter(item -> since == null || !before(item, Instant.parse(since)))
                .skip(skip == null ? 0 : skip)
                .toList();
        return Page.of(items, env);
    }

    static List<EventNode> comments(PullRequest pull) {
        return pull.comments().stream()
                .map(comment -> new EventNode(pull, new IssueComment(comment)))
                .toList();
    }

    private static Stream<Object> everything(PullRequest pull) {
        List<Object> all = new ArrayList<>();
        pull.repository()
                .commits(pull)
                .forEach(commit -> all.add(new PullRequestCommit(pull, new CommitNode(pull.repository(), commit))));
        for (TimelineEvent event : pull.timeline()) {
            all.add(
                    event instanceof TimelineEvent.PullRequestReview submitted
                            ? new ReviewNode(pull, submitted.review())
                            : new EventNode(pull, event));
        }
        return all.stream();
    }

    private static boolean before(Object item, Instant since) {
        if (item instanceof EventNode node) {
            return node.event().at().isBefore(since);
        }
        return item instanceof ReviewNode node && node.review().submittedAt().isBefore(since);
    }

    private static TypeFields<EventNode> event(String type) {
        return TypeFields.of(type, EventNode.class)
                .field("id", node -> Ids.node(type, node.event().id()))
                .field("actor", node -> CommonFields.actor(node.event().actor()))
                .field("createdAt", node -> node.event().at());
    }

    private static <E extends TimelineEvent> BiFunction<EventNode, DataFetchingEnvironment, Object> as(
            Class<E> type, BiFunction<EventNode, E, Object> value) {
        return (node, env) -> value.apply(node, type.cast(node.event()));
    }

    private static LabelNode label(EventNode node, String name) {
        return new LabelNode(node.pull().repository(), name);
    }

    private static CommitNode commit(EventNode node, String sha) {
        return CommitNode.of(node.pull().repository(), sha);
    }
}
