package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployGate;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.RecordedPass;
import io.jenkins.plugins.itgc.deploy.RequiredPass;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.credentials.WordedAbort;
import io.jenkins.plugins.itgc.review.ReviewGate;
import java.util.List;
import java.util.Objects;

/**
 * What a step is to deploy, and by which right.
 *
 * @param target what goes where
 * @param change the commit
 * @param rollback whether it goes back
 * @param passes the passes of this build that concern it
 * @param required the passes that it takes
 * @param pullRequests what it carries
 * @param tickets what that is for
 */
record Deployable(
        DeployTarget target,
        Change change,
        boolean rollback,
        List<RecordedPass> passes,
        List<RequiredPass> required,
        List<DeployNews.PullRequest> pullRequests,
        List<DeployNews.Ticket> tickets) {

    /**
     * What the gates of a build have passed.
     *
     * @throws AbortException when none has passed for this target: then nobody can tell what would be deployed
     */
    static Deployable passed(Run<?, ?> build, DeployTarget target, EnvironmentEntry environment) throws AbortException {
        List<RecordedPass> passes = PassesOfBuild.of(build, target);
        List<RequiredPass> required = environment.requiredPasses(target.service());
        RecordedPass review = passes.stream()
                .filter(pass -> pass.gate().equals(ReviewGate.NAME) && pass.opensDeploy())
                .findFirst()
                .orElseThrow(() -> new WordedAbort(Message.of(
                        "deploy.abort.nothing-passed",
                        target.service(),
                        target.environment(),
                        environment.getProductionBranch())));
        return new Deployable(
                target, review.change(), false, passes, required, review.pullRequests(), review.tickets());
    }

    /**
     * What was deployed before.
     *
     * @param deploys where it is looked for
     * @throws AbortException when nothing like that was
     */
    static Deployable earlier(DeployTarget target, String commit, DeployRegister deploys) throws AbortException {
        DeployNews then = deploys.good(target, commit)
                .orElseThrow(() -> new WordedAbort(
                        Message.of("deploy.abort.no-rollback", commit, target.service(), target.environment())));
        Change change = Change.ofProduction(
                RepositoryId.parse(then.repository()),
                new CommitId(then.commit()),
                new TreeId(Objects.requireNonNull(then.tree(), "tree")),
                then.pullRequests().stream().map(DeployNews.PullRequest::number).toList(),
                target.environment());
        return new Deployable(target, change, true, List.of(), List.of(), then.pullRequests(), then.tickets());
    }

    DeployGate.Rules rules(EnvironmentEntry environment) {
        return new DeployGate.Rules(
                environment.getProductionBranch(),
                required,
                environment.earlierEnvironment(),
                environment.deployingJobs());
    }

    List<DeployNews.GatePass> gatePasses() {
        return passes.stream()
                .map(pass -> new DeployNews.GatePass(pass.gate(), pass.evidenceId()))
                .toList();
    }
}
