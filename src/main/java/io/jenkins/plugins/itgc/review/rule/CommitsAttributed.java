package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
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
    private static final String RULE = "Commits attributed";
    private static final Pattern CO_AUTHOR =
            Pattern.compile("^[ \\t]*co-authored-by:[ \\t]*(.*)$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        List<Finding> findings = new ArrayList<>();
        facts.commits().forEach(commit -> strangersOf(commit)
                .forEach(stranger -> findings.add(unattributed(facts, commit, stranger))));
        return findings.isEmpty()
                ? Explanation.pass(RULE, "Commits: " + facts.commits().size() + ", each by known accounts.")
                : Explanation.refuse(RULE, findings);
    }

    private static List<String> strangersOf(CommitFacts commit) {
        List<String> strangers = new ArrayList<>();
        commit.authors().stream().filter(a -> !a.attributed()).map(GitActor::toString).forEach(strangers::add);
        if (commit.authors().isEmpty()) {
            strangers.add("an author whom the code host does not name");
        }
        if (!commit.hostSigned() && !commit.committer().attributed()) {
            strangers.add(commit.committer().toString());
        }
        strangers.addAll(unreadCoAuthors(commit));
        return strangers.stream().distinct().toList();
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

    private static Finding unattributed(PullRequestFacts facts, CommitFacts commit, String stranger) {
        return new Finding(
                "review.unattributed-commit",
                "Commit " + commit.id().abbreviated() + " names " + stranger + ", who belongs to no account.",
                facts.name(),
                facts.link(),
                "Add that e-mail address to an account, or commit again under an address that has one.");
    }
}
