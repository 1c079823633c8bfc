package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.CauseAction;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployGate;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.ScriptGate;
import io.jenkins.plugins.itgc.deploy.ScriptOrigin;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.review.ReviewGate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.plugins.git.AbstractGitSCMSource;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;
import org.jenkinsci.plugins.github_branch_source.BranchSCMHead;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;

/** Tells where the script of a build comes from. */
public final class ScriptOfBuild {
    /**
     * What starts a build with the script of an earlier one, edited or not. A restart from a stage keeps the script of a
     * replayed build and does not say so. Known by name, so that the plugins that they belong to need not be there.
     */
    private static final Set<String> REPEATS = Set.of(
            "org.jenkinsci.plugins.workflow.cps.replay.ReplayCause",
            "org.jenkinsci.plugins.pipeline.modeldefinition.causes.RestartDeclarativePipelineCause");

    private ScriptOfBuild() {}

    static ScriptOrigin of(Run<?, ?> build, DeployTarget target) {
        return new ScriptOrigin(build.getParent().getFullName(), repeated(build), head(build, target));
    }

    /**
     * Looks once more, by what the configuration says now: immediately before a body gets the secrets.
     *
     * @throws AbortException when the script may not carry the deploy out
     */
    public static void require(Run<?, ?> build, DeployNews deploy, EnvironmentEntry environment) throws AbortException {
        Change change = Change.ofProduction(
                RepositoryId.parse(deploy.repository()),
                new CommitId(deploy.commit()),
                null,
                List.of(),
                deploy.target().environment());
        ScriptGate.Question asked =
                new ScriptGate.Question(change, deploy.target(), deploy.rollback(), of(build, deploy.target()));
        List<Finding> findings =
                new ScriptGate(asked, rules(environment)).judge(asked).allFindings();
        if (!findings.isEmpty()) {
            throw new AbortException("The deploy does not begin: "
                    + findings.stream().map(Finding::what).collect(Collectors.joining(" ")));
        }
    }

    private static DeployGate.Rules rules(EnvironmentEntry environment) {
        return new DeployGate.Rules(environment.getProductionBranch(), List.of(), null, environment.deployingJobs());
    }

    private static boolean repeated(Run<?, ?> build) {
        return build.getActions(CauseAction.class).stream()
                .flatMap(action -> action.getCauses().stream())
                .anyMatch(cause -> REPEATS.contains(cause.getClass().getName()));
    }

    private static ScriptOrigin.Head head(Run<?, ?> build, DeployTarget target) {
        SCMHead head = SCMHead.HeadByItem.findHead(build.getParent());
        SCMSource source = SCMSource.SourceByItem.findSource(build.getParent());
        if (head == null && source == null) {
            return null;
        }
        CommitId commit = source == null ? null : commit(source, build);
        return new ScriptOrigin.Head(
                head instanceof BranchSCMHead,
                head == null ? "an unknown head" : head.getName(),
                source instanceof GitHubSCMSource gitHub
                        ? new RepositoryId(gitHub.getRepoOwner(), gitHub.getRepository())
                        : null,
                commit,
                commit != null && judged(commit, build, target));
    }

    private static boolean judged(CommitId commit, Run<?, ?> build, DeployTarget target) {
        boolean now = PassesOfBuild.of(build, target).stream()
                .anyMatch(pass -> pass.opensDeploy()
                        && pass.gate().equals(ReviewGate.NAME)
                        && pass.change().commit().equals(commit));
        return now
                || ItgcServices.get().deploys().latestOf(target, commit.sha()).isPresent();
    }

    private static CommitId commit(SCMSource source, Run<?, ?> build) {
        return SCMRevisionAction.getRevision(source, build) instanceof AbstractGitSCMSource.SCMRevisionImpl branch
                ? new CommitId(branch.getHash())
                : null;
    }
}
