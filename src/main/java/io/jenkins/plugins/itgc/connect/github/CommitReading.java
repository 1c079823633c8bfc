package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import java.util.List;
import java.util.Optional;

/** Reads a commit of the pull-request query. */
final class CommitReading {
    private CommitReading() {}

    static CommitFacts of(Json node) {
        Json commit = node.get("commit");
        boolean hostSigned = commit.optional("signature")
                .map(signature -> signature.flag("isValid") && signature.flag("wasSignedByGitHub"))
                .orElse(false);
        GitActor committer = commit.optional("committer")
                .map(actor -> Accounts.gitActor(actor, hostSigned))
                .orElse(new GitActor("", "", null));
        return new CommitFacts(
                id(commit),
                commit.get("tree").get("oid").as(TreeId::new),
                whole(commit.get("parents")).stream().map(CommitReading::id).toList(),
                authors(commit, hostSigned),
                committer,
                hostSigned,
                commit.text("message"));
    }

    private static List<GitActor> authors(Json commit, boolean hostSigned) {
        Optional<Json> authors = commit.optional("authors");
        return authors.map(CommitReading::whole).orElse(List.of()).stream()
                .map(actor -> Accounts.gitActor(actor, hostSigned))
                .toList();
    }

    /** More parents or authors than one page are nothing that a person can review. */
    private static List<Json> whole(Json connection) {
        List<Json> nodes = connection.list("nodes");
        if (nodes.size() != connection.number("totalCount")) {
            throw new MalformedAnswer(Message.of("connect.answer.commit"), Message.of("connect.answer.many-authors"));
        }
        return nodes;
    }

    static CommitId id(Json commit) {
        return commit.get("oid").as(CommitId::new);
    }
}
