package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Merge;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Push;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PushType;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent.HeadRefForcePushedEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.ActivityYaml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who pushed what: as written, and for branches without a word about it as it follows from their commits. */
final class ActivityBuilder {
    private final World world;
    private final Repository repository;
    private final List<ActivityYaml> written;
    private final List<Object> path;

    ActivityBuilder(World world, Repository repository, List<ActivityYaml> written, List<Object> path) {
        this.world = world;
        this.repository = repository;
        this.written = written == null ? List.of() : written;
        this.path = path;
    }

    void build() {
        List<Push> pushes = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            List<Object> row = new ArrayList<>(path);
            row.add(i);
            pushes.add(push(written.get(i), row));
        }
        repository.branches().forEach((branch, tip) -> {
            if (written.stream().noneMatch(row -> branch.equals(row.ref()))) {
                pushes.addAll(derived(branch, tip));
            }
        });
        repository.pullRequests().values().stream()
                .filter(pull -> pull.headRepository() == repository)
                .filter(pull -> !repository.branches().containsKey(pull.head()))
                .filter(pull -> written.stream().noneMatch(row -> pull.head().equals(row.ref())))
                .forEach(pull -> pushes.addAll(outlived(pull)));
        pushes.sort(Comparator.comparing(Push::at));
        repository.pushes().addAll(pushes);
    }

    /** A branch that is gone had its pushes all the same; GitHub still tells them. */
    private List<Push> outlived(PullRequest pull) {
        List<Push> pushes = new ArrayList<>(derived(pull.head(), pull.headOid()));
        Account by = pull.merge().map(Merge::by).orElse(pull.author());
        Instant at = pull.closedAt().orElse(pull.updatedAt());
        pushes.add(row(pull.head(), by, PushType.BRANCH_DELETION, pull.headOid(), Push.NOTHING, at));
        return pushes;
    }

    private Push push(ActivityYaml row, List<Object> at) {
        if (row.ref() == null) {
            throw new WorldFormatException(at, "ref is missing");
        }
        Account actor = row.actor() == null ? null : world.accounts().login(row.actor(), at);
        return new Push(
                world.ids().next(),
                "refs/heads/" + row.ref(),
                actor,
                row.type(),
                sha(row.before(), at),
                sha(row.after(), at),
                world.times().or(row.at()));
    }

    private String sha(String commit, List<Object> at) {
        if (commit == null) {
            return Push.NOTHING;
        }
        return repository
                .commitAt(commit)
                .orElseThrow(() -> new WorldFormatException(at, "there is no commit '" + commit + "'"));
    }

    /** A force push starts the branch anew, so only what came after the last one is seen in the commits. */
    private List<Push> derived(String branch, String tip) {
        List<Push> pushes = new ArrayList<>();
        String reached = null;
        for (HeadRefForcePushedEvent forced : forcePushes(branch)) {
            if (reached == null) {
                pushes.add(creation(
                        branch, forced.before(), forced.actor(), forced.at().minusSeconds(60)));
            }
            pushes.add(row(branch, forced.actor(), PushType.FORCE_PUSH, forced.before(), forced.after(), forced.at()));
            reached = forced.after();
        }
        for (Commit commit : unpushed(branch, tip, reached)) {
            pushes.add(advance(branch, reached, commit));
            reached = commit.sha();
        }
        return joined(pushes);
    }

    private List<HeadRefForcePushedEvent> forcePushes(String branch) {
        return repository.pullRequests().values().stream()
                .filter(pull -> pull.head().equals(branch) && pull.headRepository() == repository)
                .flatMap(pull -> pull.timeline().stream())
                .filter(HeadRefForcePushedEvent.class::isInstance)
                .map(HeadRefForcePushedEvent.class::cast)
                .toList();
    }

    private List<Commit> unpushed(String branch, String tip, String reached) {
        List<Commit> chain = repository.history().firstParents(tip);
        if (reached != null) {
            return chain.stream()
                    .filter(commit -> !repository.history().contains(reached, commit.sha()))
                    .toList();
        }
        Optional<PullRequest> pull = repository.pullRequests().values().stream()
                .filter(candidate -> candidate.head().equals(branch))
                .findFirst();
        // A feature branch begins where it left its base; what is older was pushed to the base.
        return pull.filter(found -> found.headRepository() == repository)
                .map(found -> chain.stream()
                        .filter(commit -> !repository.history().contains(found.baseOid(), commit.sha()))
                        .toList())
                .filter(own -> !own.isEmpty())
                .orElse(chain);
    }

    private Push advance(String branch, String reached, Commit commit) {
        Optional<PullRequest> merged = repository.pullRequests().values().stream()
                .filter(pull -> pull.base().equals(branch))
                .filter(pull -> pull.merge()
                        .filter(merge -> merge.commit().equals(commit.sha()))
                        .isPresent())
                .findFirst();
        if (merged.isPresent() && reached != null) {
            Account by = merged.get().merge().orElseThrow().by();
            return row(
                    branch,
                    by,
                    PushType.PR_MERGE,
                    reached,
                    commit.sha(),
                    commit.committer().date());
        }
        PushType type = reached == null ? PushType.BRANCH_CREATION : PushType.PUSH;
        String before = reached == null ? Push.NOTHING : reached;
        return row(
                branch,
                pusher(commit),
                type,
                before,
                commit.sha(),
                commit.committer().date());
    }

    private Account pusher(Commit commit) {
        String told = repository.pushers().get(commit.sha());
        if (told != null) {
            return world.accounts().known(told);
        }
        Optional<Account> committer =
                world.accounts().byEmail(commit.committer().email());
        return committer
                .filter(account -> !account.equals(Account.WEB_FLOW))
                .or(() -> world.accounts().byEmail(commit.author().email()))
                .orElse(null);
    }

    private Push creation(String branch, String after, Account by, Instant at) {
        return row(branch, by, PushType.BRANCH_CREATION, Push.NOTHING, after, at);
    }

    private Push row(String branch, Account by, PushType type, String before, String after, Instant at) {
        return new Push(world.ids().next(), "refs/heads/" + branch, by, type, before, after, at);
    }

    /** Commits that one person added one after another came in one push. */
    private static List<Push> joined(List<Push> pushes) {
        List<Push> joined = new ArrayList<>();
        for (Push push : pushes) {
            Push last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && push.type() == PushType.PUSH
                    && extendable(last)
                    && Objects.equals(last.actor(), push.actor())) {
                joined.set(
                        joined.size() - 1,
                        new Push(
                                last.id(),
                                last.ref(),
                                last.actor(),
                                last.type(),
                                last.before(),
                                push.after(),
                                push.at()));
            } else {
                joined.add(push);
            }
        }
        return joined;
    }

    private static boolean extendable(Push push) {
        return push.type() == PushType.PUSH || push.type() == PushType.BRANCH_CREATION;
    }
}
