package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script of master of acme/orders at the commit that is deployed. Change one thing. */
class ScriptRuleTest {
    private static final RepositoryId ORDERS = RepositoryId.parse("acme/orders");
    private static final CommitId COMMIT = new CommitId(Requests.sha(1));
    private static final CommitId OTHER = new CommitId(Requests.sha(2));

    private boolean repeated;
    private boolean rollback;
    private DeployingJobs jobs = DeployingJobs.ANY;
    private ScriptOrigin.Head head = new ScriptOrigin.Head(true, "master", ORDERS, COMMIT, false);

    private Explanation judge() {
        Change change = Change.ofProduction(ORDERS, COMMIT, new TreeId(Requests.sha(101)), List.of(12), "production");
        DeployGate.Rules rules = new DeployGate.Rules("master", RequiredPass.of("review"), null, jobs);
        return new ScriptRule(Requests.ORDERS, change, rollback, rules)
                .judge(new ScriptOrigin("orders/master", repeated, head));
    }

    private void passes() {
        assertThat(judge().outcome()).isEqualTo(Outcome.PASS);
    }

    private void refuses(String... codes) {
        assertThat(judge().outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(judge().allFindings()).extracting(Finding::code).containsExactly(codes);
    }

    @Test
    void passesTheProductionBranchAtTheCommit() {
        passes();
    }

    @Test
    void passesAJobWithoutABranchSource() {
        head = null;

        passes();
    }

    @Test
    void refusesAPullRequestOrTagWithTheNameOfTheProductionBranch() {
        head = new ScriptOrigin.Head(false, "master", ORDERS, COMMIT, false);

        refuses("deploy.not-production-branch");
        assertThat(judge().summary()).contains("the pull request or tag master");
    }

    @Test
    void refusesAnotherBranchAtTheSameCommit() {
        head = new ScriptOrigin.Head(true, "release", ORDERS, COMMIT, false);

        refuses("deploy.not-production-branch");
    }

    @Test
    void refusesTheSameBranchOfAnotherRepository() {
        rollback = true;
        head = new ScriptOrigin.Head(true, "master", RepositoryId.parse("dan/orders"), COMMIT, false);

        refuses("deploy.other-repository");
    }

    @Test
    void refusesABranchOfARepositoryThatIsNotOnGitHub() {
        head = new ScriptOrigin.Head(true, "master", null, COMMIT, false);

        refuses("deploy.other-repository");
    }

    @Test
    void refusesAnotherRevisionOfTheProductionBranch() {
        head = new ScriptOrigin.Head(true, "master", ORDERS, OTHER, false);

        refuses("deploy.other-revision");
    }

    @Test
    void refusesARevisionThatJenkinsDoesNotTell() {
        head = new ScriptOrigin.Head(true, "master", ORDERS, null, false);

        refuses("deploy.other-revision");
        rollback = true;
        refuses("deploy.unjudged-script");
    }

    @Test
    void passesARollbackFromARevisionOfTheProductionBranchThatGatesOpened() {
        rollback = true;
        head = new ScriptOrigin.Head(true, "master", ORDERS, OTHER, true);

        passes();
    }

    @Test
    void refusesARollbackFromARevisionThatNoGateOpened() {
        rollback = true;
        head = new ScriptOrigin.Head(true, "master", ORDERS, OTHER, false);

        refuses("deploy.unjudged-script");
    }

    @Test
    void takesNoJudgementOfAnotherRevisionForADeploy() {
        head = new ScriptOrigin.Head(true, "master", ORDERS, OTHER, true);

        refuses("deploy.other-revision");
    }

    @Test
    void refusesARollbackFromAPullRequest() {
        rollback = true;
        head = new ScriptOrigin.Head(false, "PR-12", ORDERS, null, false);

        refuses("deploy.not-production-branch");
    }

    @Test
    void refusesAReplayAlsoOfARollbackAndOfAJobWithoutABranchSource() {
        repeated = true;
        head = new ScriptOrigin.Head(true, "master", ORDERS, COMMIT, true);

        refuses("deploy.replayed");
        rollback = true;
        refuses("deploy.replayed");
        head = null;
        refuses("deploy.replayed");
    }

    @Test
    void refusesAJobThatIsNotNamed() {
        jobs = new DeployingJobs(List.of("deploys/*", "orders/release"));

        refuses("deploy.other-job");
        head = null;
        refuses("deploy.other-job");
    }

    @Test
    void refusesAPullRequestOfAJobThatIsNamed() {
        jobs = new DeployingJobs(List.of("**"));
        head = new ScriptOrigin.Head(false, "PR-12", ORDERS, null, false);

        refuses("deploy.not-production-branch");
    }

    @Test
    void passesAJobThatAGlobNames() {
        jobs = new DeployingJobs(List.of("deploys/*", "orders/mas*"));

        passes();
    }

    @Test
    void keepsAStarWithinItsFolder() {
        assertThat(new DeployingJobs(List.of("orders/*")).admit("orders/fork/master"))
                .isFalse();
        assertThat(new DeployingJobs(List.of("orders/**")).admit("orders/fork/master"))
                .isTrue();
        assertThat(new DeployingJobs(List.of("*")).admit("orders/master")).isFalse();
    }

    @Test
    void admitsNoNameThatTheFileSystemCannotExpress() {
        assertThat(new DeployingJobs(List.of("**")).admit("orders\0master")).isFalse();
    }

    @Test
    void saysWhichGlobIsMalformed() {
        assertThatThrownBy(() -> new DeployingJobs(List.of("orders/[")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"orders/[\" is not a glob");
    }
}
