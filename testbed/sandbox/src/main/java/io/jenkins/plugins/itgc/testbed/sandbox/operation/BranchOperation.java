package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.git.CommitWriter;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Push;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PushType;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CommitYaml;
import java.time.Instant;
import java.util.List;

/** Something happens to a branch. */
public sealed interface BranchOperation extends Operation {

    /**
     * A new commit on a branch; the pull requests of that branch show it.
     *
     * @param commit as in a world; its parent is the branch's tip unless it says otherwise
     * @param by who pushes; default: as for a commit of a world
     */
    record PushCommit(String repository, String branch, CommitYaml commit, String by) implements BranchOperation {
        @Override
        public void applyTo(World world) {
            Repository target = world.repository(Required.parameter(repository, "repository"));
            String before = target.branches().get(Required.parameter(branch, "branch"));
            CommitWriter writer = new CommitWriter(target.store(), world.accounts(), world.times(), target.pushers());
            String after = writer.write(Required.parameter(commit, "commit"), before, List.of("commit"));
            Account pusher = world.accounts().known(by != null ? by : pusher());
            PushType type = before == null ? PushType.BRANCH_CREATION : PushType.PUSH;
            moved(
                    world,
                    target,
                    branch,
                    new BranchMove(pusher, type, before, after, world.clock().tick()));
        }

        private String pusher() {
            return commit.pushedBy() != null
                    ? commit.pushedBy()
                    : Required.parameter(commit.author().login(), "by");
        }
    }

    /**
     * A branch is moved to a commit that exists, whatever it was at.
     *
     * @param commit short name or SHA
     */
    record ForcePush(String repository, String branch, String commit, String by) implements BranchOperation {
        @Override
        public void applyTo(World world) {
            Repository target = world.repository(Required.parameter(repository, "repository"));
            String before = target.branches().get(Required.parameter(branch, "branch"));
            String after = target.commitAt(Required.parameter(commit, "commit"))
                    .orElseThrow(() -> new IllegalArgumentException("there is no commit '" + commit + "'"));
            Account pusher = world.accounts().known(Required.parameter(by, "by"));
            Instant at = world.clock().tick();
            moved(world, target, branch, new BranchMove(pusher, PushType.FORCE_PUSH, before, after, at));
            target.pullRequests().values().stream()
                    .filter(pull ->
                            pull.head().equals(branch) && pull.closedAt().isEmpty())
                    .forEach(pull -> pull.happened(new TimelineEvent.HeadRefForcePushedEvent(
                            world.ids().next(), pusher, at, before, after)));
        }
    }

    /** A branch goes. */
    record DeleteBranch(String repository, String branch, String by) implements BranchOperation {
        @Override
        public void applyTo(World world) {
            Repository target = world.repository(Required.parameter(repository, "repository"));
            String before = target.branches().get(Required.parameter(branch, "branch"));
            if (target.pullRequests().values().stream()
                    .anyMatch(pull ->
                            pull.head().equals(branch) && pull.closedAt().isEmpty())) {
                throw new IllegalArgumentException("close the pull request of '" + branch + "' first");
            }
            Account actor = world.accounts().known(Required.parameter(by, "by"));
            target.branches().remove(branch);
            target.pushes()
                    .add(new Push(
                            world.ids().next(),
                            "refs/heads/" + branch,
                            actor,
                            PushType.BRANCH_DELETION,
                            before,
                            Push.NOTHING,
                            world.clock().tick()));
        }
    }

    private static void moved(World world, Repository repository, String branch, BranchMove move) {
        repository.branches().put(branch, move.after());
        repository
                .pushes()
                .add(new Push(
                        world.ids().next(),
                        "refs/heads/" + branch,
                        move.by(),
                        move.type(),
                        move.before() == null ? Push.NOTHING : move.before(),
                        move.after(),
                        move.at()));
    }
}
