package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Contributors;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out who contributed to a pull request, and by what. */
public final class Contributions {
    private final Map<String, Message> parts = new LinkedHashMap<>();

    private Contributions() {}

    /**
     * Author of the pull request; author, co-authors and committer of each commit; who pushed one of them, or what was
     * rewritten since, for nobody can tell whose work the new commits hold.
     */
    public static Contributors of(PullRequestFacts facts) {
        Contributions all = new Contributions();
        all.add(facts.author(), Message.of("review.part.opened"));
        facts.commits().forEach(all::addCommit);
        Set<CommitId> carried = facts.commits().stream().map(CommitFacts::id).collect(Collectors.toSet());
        facts.pushes().stream().filter(push -> carried.contains(push.after())).forEach(all::addPush);
        rewritten(facts.pushes()).forEach(all::addRewritten);
        return new Contributors(all.parts);
    }

    /** Pushes since the branch began that a later one replaced, by the code host's clock. */
    private static Stream<PushFacts> rewritten(List<PushFacts> pushes) {
        Instant begun = last(pushes, PushFacts.Kind.BEGAN).orElse(Instant.MIN);
        Instant rewritten = last(pushes, PushFacts.Kind.REWROTE).orElse(Instant.MIN);
        return pushes.stream()
                .filter(push -> !push.at().isBefore(begun) && !push.at().isAfter(rewritten))
                .sorted(Comparator.comparing(PushFacts::at)
                        .thenComparing(push -> push.pusher().key()));
    }

    private static Optional<Instant> last(List<PushFacts> pushes, PushFacts.Kind kind) {
        return pushes.stream()
                .filter(push -> push.kind() == kind)
                .map(PushFacts::at)
                .max(Comparator.naturalOrder());
    }

    private void addCommit(CommitFacts commit) {
        String name = commit.id().abbreviated();
        commit.authors().forEach(author -> add(author, Message.of("review.part.author", name)));
        if (!commit.hostSigned()) {
            add(commit.committer(), Message.of("review.part.committed", name));
        }
    }

    private void addPush(PushFacts push) {
        add(push.pusher(), Message.of("review.part.pushed", push.after().abbreviated()));
    }

    private void addRewritten(PushFacts push) {
        add(
                push.pusher(),
                Message.of("review.part.pushed-rewritten", push.after().abbreviated()));
    }

    private void add(GitActor actor, Message part) {
        if (actor.account() != null) {
            add(actor.account(), part);
        }
    }

    private void add(Account account, Message part) {
        parts.putIfAbsent(account.key(), part);
    }
}
