package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.jenkins.plugins.itgc.testbed.sandbox.git.ChangedFile;
import io.jenkins.plugins.itgc.testbed.sandbox.github.OwnerAccounts;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Standing;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.CommitNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.LabelNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.PullRequestCommit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Edit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Merge;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import java.util.List;

/** Pull requests. */
final class PullRequestFields {
    /** GitHub tells no more files of one pull request. */
    private static final int MOST_FILES = 3000;

    private PullRequestFields() {}

    static void addTo(RuntimeWiring.Builder all) {
        TypeFields<PullRequest> fields = TypeFields.of("PullRequest", PullRequest.class);
        texts(fields);
        branches(fields);
        fate(fields);
        lists(fields);
        fields.addTo(all);
        TypeFields.of("PullRequestChangedFile", ChangedFile.class)
                .field("path", ChangedFile::path)
                .field("changeType", ChangedFile::status)
                .field("additions", ChangedFile::additions)
                .field("deletions", ChangedFile::deletions)
                .addTo(all);
    }

    private static void texts(TypeFields<PullRequest> fields) {
        fields.field("id", pull -> Ids.node("PullRequest", pull.id()))
                .field("databaseId", PullRequest::id)
                .field("fullDatabaseId", PullRequest::id)
                .field("number", PullRequest::number)
                .field("title", PullRequest::title)
                .field("body", PullRequest::body)
                .field("bodyText", PullRequest::body)
                .field("url", (pull, env) -> Asking.of(env).links().web(pull))
                .field("permalink", (pull, env) -> Asking.of(env).links().web(pull))
                .field("resourcePath", pull -> "/" + pull.repository().fullName() + "/pull/" + pull.number())
                .field("author", pull -> CommonFields.actor(pull.author()))
                .field("authorAssociation", pull -> Standing.association(pull.repository(), pull.author()))
                .field("createdAt", PullRequest::createdAt)
                .field("publishedAt", PullRequest::createdAt)
                .field("updatedAt", PullRequest::updatedAt)
                .field("lastEditedAt", pull -> pull.lastEdit().map(Edit::at).orElse(null))
                .field("editor", pull -> pull.lastEdit()
                        .map(Edit::editor)
                        .map(CommonFields::actor)
                        .orElse(null))
                .field("includesCreatedEdit", pull -> !pull.edits().isEmpty());
    }

    private static void branches(TypeFields<PullRequest> fields) {
        fields.field("repository", PullRequest::repository)
                .field("baseRepository", PullRequest::repository)
                .field("baseRef", pull -> RepositoryFields.ref(pull.repository(), pull.base()))
                .field("baseRefName", PullRequest::base)
                .field("baseRefOid", PullRequest::baseOid)
                .field("headRef", pull -> pull.shownHeadRepository()
                        .map(fork -> RepositoryFields.ref(fork, pull.head()))
                        .orElse(null))
                .field("headRefName", PullRequest::head)
                .field("headRefOid", PullRequest::headOid)
                .field("headRepository", pull -> pull.shownHeadRepository().orElse(null))
                .field("headRepositoryOwner", PullRequestFields::headOwner)
                .field("isCrossRepository", pull -> pull.headRepository() != pull.repository());
    }

    private static void fate(TypeFields<PullRequest> fields) {
        fields.field("state", PullRequestFilter::state)
                .field("isDraft", PullRequest::draft)
                .field("closed", pull -> pull.closedAt().isPresent())
                .field("closedAt", pull -> pull.closedAt().orElse(null))
                .field("merged", pull -> pull.merge().isPresent())
                .field("mergedAt", pull -> pull.merge().map(Merge::at).orElse(null))
                .field("mergedBy", pull -> pull.merge()
                        .map(Merge::by)
                        .map(CommonFields::actor)
                        .orElse(null))
                .field("mergeCommit", PullRequestFields::mergeCommit)
                .field("potentialMergeCommit", PullRequestFields::potentialMergeCommit)
                .field("mergeable", PullRequestFields::mergeable);
    }

    private static void lists(TypeFields<PullRequest> fields) {
        fields.field("labels", PullRequestFields::labels)
                .field("reviews", ReviewFields::reviews)
                .field("latestReviews", ReviewFields::latest)
                .field("latestOpinionatedReviews", ReviewFields::latestOpinionated)
                .field("commits", PullRequestFields::commits)
                .field("changedFiles", pull -> files(pull).size())
                .field("additions", pull -> files(pull).stream()
                        .mapToInt(ChangedFile::additions)
                        .sum())
                .field("deletions", pull -> files(pull).stream()
                        .mapToInt(ChangedFile::deletions)
                        .sum())
                .field(
                        "files",
                        (pull, env) ->
                                Page.of(files(pull).stream().limit(MOST_FILES).toList(), env))
                .field("timelineItems", TimelineFields::items)
                .field("comments", (pull, env) -> Page.of(TimelineFields.comments(pull), env))
                .field("userContentEdits", (pull, env) -> Page.of(newestFirst(pull.edits()), env));
    }

    /** GitHub lists edits with the latest one first. */
    static List<Edit> newestFirst(List<Edit> edits) {
        List<Edit> reversed = new java.util.ArrayList<>(edits);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static Object headOwner(PullRequest pull, DataFetchingEnvironment env) {
        OwnerAccounts owners = new OwnerAccounts(Asking.of(env).world());
        return pull.shownHeadRepository().map(owners::of).orElse(null);
    }

    private static CommitNode mergeCommit(PullRequest pull) {
        return CommitNode.of(pull.repository(), pull.merge().map(Merge::commit).orElse(null));
    }

    private static CommitNode potentialMergeCommit(PullRequest pull) {
        if (pull.closedAt().isPresent()) {
            return null;
        }
        return TestMerge.of(pull)
                .map(sha -> CommitNode.of(pull.repository(), sha))
                .orElse(null);
    }

    private static String mergeable(PullRequest pull) {
        return pull.closedAt().isPresent() ? "UNKNOWN" : TestMerge.of(pull).isPresent() ? "MERGEABLE" : "CONFLICTING";
    }

    private static Page labels(PullRequest pull, DataFetchingEnvironment env) {
        return Page.of(
                pull.labels().stream()
                        .map(name -> new LabelNode(pull.repository(), name))
                        .toList(),
                env);
    }

    private static Page commits(PullRequest pull, DataFetchingEnvironment env) {
        return Page.of(
                pull.repository().commits(pull).stream()
                        .map(commit -> new PullRequestCommit(pull, new CommitNode(pull.repository(), commit)))
                        .toList(),
                env);
    }

    private static List<ChangedFile> files(PullRequest pull) {
        return pull.repository().files(pull);
    }
}
