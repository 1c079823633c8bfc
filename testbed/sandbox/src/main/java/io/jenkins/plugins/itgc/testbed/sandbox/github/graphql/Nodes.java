package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.git.TreeEntry;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Permission;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent;
import java.util.Locale;
import java.util.Set;

/** What stands for GraphQL objects that the model has no class of its own for. */
final class Nodes {
    private Nodes() {}

    /** Query's root. */
    record Root() {}

    /** A commit of a repository. */
    record CommitNode(Repository repository, Commit commit) {
        static CommitNode of(Repository repository, String sha) {
            return sha == null
                    ? null
                    : new CommitNode(repository, repository.store().commit(sha));
        }
    }

    /** A commit of a pull request. */
    record PullRequestCommit(PullRequest pull, CommitNode commit) {}

    /** A tree of a repository. */
    record TreeNode(Repository repository, String sha) {}

    /** A blob of a repository. */
    record BlobNode(Repository repository, String sha) {}

    /** A line of a tree. */
    record EntryNode(Repository repository, TreeEntry entry) {}

    /** A branch. */
    record RefNode(Repository repository, String branch) {}

    /** A label in a repository. */
    record LabelNode(Repository repository, String name) {}

    /** A review of a pull request. */
    record ReviewNode(PullRequest pull, Review review) {}

    /** An event of a pull request. */
    record EventNode(PullRequest pull, TimelineEvent event) {}

    /** Somebody with a role. */
    record Collaborator(Account account, Permission permission) {}

    /** Who made a commit, in a certain world. */
    record GitActorNode(Commit.Person person, Account account) {}

    /** A signature with the address of the committer. */
    record SignatureNode(Commit.Signature signature, String email, Account signer) {}

    private static final Set<Class<?>> NAMED_ALIKE = Set.of(PullRequest.class, Repository.class);

    /** GraphQL's name of the type that an object stands for. */
    static String typeOf(Object node) {
        if (node instanceof Account account) {
            return account.kind().typeName();
        }
        if (node instanceof EventNode event) {
            return event.event().getClass().getSimpleName();
        }
        if (node instanceof SignatureNode) {
            return "GpgSignature";
        }
        String name = node.getClass().getSimpleName();
        return NAMED_ALIKE.contains(node.getClass()) || !name.endsWith("Node")
                ? name
                : switch (name) {
                    case "ReviewNode" -> "PullRequestReview";
                    case "EntryNode" -> "TreeEntry";
                    default -> name.substring(0, name.length() - "Node".length());
                };
    }

    /** GraphQL's name of the kind of event in an itemTypes argument. */
    static String itemType(Object node) {
        return typeOf(node).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
