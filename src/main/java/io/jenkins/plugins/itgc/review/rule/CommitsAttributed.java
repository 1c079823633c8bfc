package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every author, co-author and committer belongs to an account. Otherwise nobody could tell whether the reviewer wrote
 * the code.
 */
public final class CommitsAttributed implements ReviewRule {
    private static final Message RULE = Message.of("review.rule.commits-attributed");
    private static final Pattern CO_AUTHOR =
            Pattern.compile("^[ \\t]*co-authored-by:[ \\t]*(.*)$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        List<Finding> findings = new ArrayList<>();
        facts.commits().forEach(commit -> strangersOf(commit)
                .forEach(stranger -> findings.add(unattributed(facts, commit, stranger))));
        return findings.isEmpty()
                ? Explanation.pass(
                        RULE,
                        Message.of(
                                "review.reason.commits-attributed",
                                facts.commits().size()))
                : Explanation.refuse(RULE, findings);
    }

    private static List<Message> strangersOf(CommitFacts commit) {
        List<Message> strangers = new ArrayList<>();
        commit.authors().stream()
                .filter(a -> !a.attributed())
                .map(CommitsAttributed::named)
                .forEach(strangers::add);
        if (commit.authors().isEmpty()) {
            strangers.add(Message.of("review.part.unnamed-author"));
        }
        if (!commit.hostSigned() && !commit.committer().attributed()) {
            strangers.add(named(commit.committer()));
        }
        unreadCoAuthors(commit).stream().map(Message::text).forEach(strangers::add);
        return strangers.stream().distinct().toList();
    }

    private static Message named(GitActor actor) {
        return Message.text(actor.toString());
    }

    /** A trailer that the code host did not turn into an author would drop its writer out of the contributors. */
    private static List<String> unreadCoAuthors(CommitFacts commit) {
        Matcher trailers = CO_AUTHOR.matcher(commit.message());
        return trailers.results()
                .map(trailer -> trailer.group(1).trim())
                .filter(trailer -> commit.authors().stream().noneMatch(author -> names(trailer, author)))
                .toList();
    }

    private static boolean names(String trailer, GitActor author) {
        String email = "<" + author.email().toLowerCase(Locale.ROOT) + ">";
        return trailer.toLowerCase(Locale.ROOT).contains(email);
    }

    private static Finding unattributed(PullRequestFacts facts, CommitFacts commit, Message stranger) {
        return Finding.of(
                "review.unattributed-commit",
                facts.name(),
                facts.link(),
                commit.id().abbreviated(),
                stranger);
    }
}
