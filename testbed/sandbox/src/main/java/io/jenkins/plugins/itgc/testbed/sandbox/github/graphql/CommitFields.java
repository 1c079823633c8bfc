package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.jenkins.plugins.itgc.testbed.sandbox.git.ChangedFile;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.CommitNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.GitActorNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.PullRequestCommit;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.SignatureNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.TreeNode;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import java.util.List;
import java.util.Optional;

/** Commits and who made them. */
final class CommitFields {
    private CommitFields() {}

    static void addTo(RuntimeWiring.Builder all) {
        TypeFields.of("Commit", CommitNode.class)
                .field("id", node -> Ids.commit(node.repository(), node.commit().sha()))
                .field("oid", node -> node.commit().sha())
                .field("abbreviatedOid", node -> node.commit().sha().substring(0, 7))
                .field(
                        "tree",
                        node -> new TreeNode(node.repository(), node.commit().tree()))
                .field("parents", CommitFields::parents)
                .field("author", (node, env) -> gitActor(node.commit().author(), env))
                .field("authors", CommitFields::authors)
                .field("committer", (node, env) -> gitActor(node.commit().committer(), env))
                .field("authoredDate", node -> node.commit().author().date())
                .field("committedDate", node -> node.commit().committer().date())
                .field("authoredByCommitter", CommitFields::authoredByCommitter)
                .field("committedViaWeb", node -> node.commit().viaWeb())
                .field("message", node -> node.commit().message())
                .field("messageHeadline", node -> node.commit().headline())
                .field("messageBody", node -> node.commit().body())
                .field("signature", CommitFields::signature)
                .field("associatedPullRequests", CommitFields::associatedPullRequests)
                .field("history", CommitFields::history)
                .field("changedFiles", node -> files(node).size())
                .field("changedFilesIfAvailable", node -> files(node).size())
                .field("additions", node -> files(node).stream()
                        .mapToInt(ChangedFile::additions)
                        .sum())
                .field("deletions", node -> files(node).stream()
                        .mapToInt(ChangedFile::deletions)
                        .sum())
                .field("repository", CommitNode::repository)
                .field("url", CommitFields::url)
                .field("commitUrl", CommitFields::url)
                .field(
                        "resourcePath",
                        node -> "/" + node.repository().fullName() + "/commit/"
                                + node.commit().sha())
                .addTo(all);
        TypeFields.of("PullRequestCommit", PullRequestCommit.class)
                .field(
                        "id",
                        node -> Ids.node(
                                "PullRequestCommit", node.commit().commit().sha()))
                .field("commit", PullRequestCommit::commit)
                .field("pullRequest", PullRequestCommit::pull)
                .addTo(all);
        people(all);
    }

    private static void people(RuntimeWiring.Builder all) {
        TypeFields.of("GitActor", GitActorNode.class)
                .field("name", actor -> actor.person().name())
                .field("email", actor -> actor.person().email())
                .field("date", actor -> actor.person().date())
                .field("user", actor -> CommonFields.user(actor.account()))
                .addTo(all);
        TypeFields.of("GpgSignature", SignatureNode.class)
                .field("isValid", node -> node.signature().valid())
                .field("wasSignedByGitHub", node -> node.signature().byGitHub())
                .field("state", node -> node.signature().valid() ? "VALID" : "INVALID")
                .field("email", SignatureNode::email)
                .field("signer", node -> CommonFields.user(node.signer()))
                .addTo(all);
    }

    private static GitActorNode gitActor(Commit.Person person, DataFetchingEnvironment env) {
        Optional<Account> account = Asking.of(env).world().accounts().byEmail(person.email());
        return new GitActorNode(person, account.orElse(null));
    }

    private static Page authors(CommitNode node, DataFetchingEnvironment env) {
        return Page.of(
                node.commit().authors().stream()
                        .map(person -> gitActor(person, env))
                        .toList(),
                env);
    }

    private static boolean authoredByCommitter(CommitNode node) {
        return node.commit().author().email().equals(node.commit().committer().email());
    }

    private static Page parents(CommitNode node, DataFetchingEnvironment env) {
        return Page.of(
                node.commit().parents().stream()
                        .map(sha -> CommitNode.of(node.repository(), sha))
                        .toList(),
                env);
    }

    private static SignatureNode signature(CommitNode node, DataFetchingEnvironment env) {
        Commit.Signature signature = node.commit().signature();
        if (signature == null) {
            return null;
        }
        Account signer = signature.signer() == null
                ? null
                : Asking.of(env).world().accounts().find(signature.signer()).orElse(null);
        return new SignatureNode(signature, node.commit().committer().email(), signer);
    }

    private static Page associatedPullRequests(CommitNode node, DataFetchingEnvironment env) {
        return Page.of(
                new PullRequestFilter(env)
                        .of(node.repository().pullRequestsWith(node.commit().sha())),
                env);
    }

    private static Page history(CommitNode node, DataFetchingEnvironment env) {
        for (String argument : List.of("author", "path", "since", "until")) {
            if (env.getArgument(argument) != null) {
                throw new GraphQlProblem("NOT_MODELLED", "The sandbox does not filter a history by " + argument + ".");
            }
        }
        return Page.of(
                node.repository().history().from(node.commit().sha()).stream()
                        .map(commit -> new CommitNode(node.repository(), commit))
                        .toList(),
                env);
    }

    private static List<ChangedFile> files(CommitNode node) {
        List<String> parents = node.commit().parents();
        String before = parents.isEmpty()
                ? null
                : node.repository().store().commit(parents.get(0)).tree();
        return node.repository().diffs().between(before, node.commit().tree());
    }

    private static String url(CommitNode node, DataFetchingEnvironment env) {
        return Asking.of(env).links().web(node.repository()) + "/commit/"
                + node.commit().sha();
    }
}
