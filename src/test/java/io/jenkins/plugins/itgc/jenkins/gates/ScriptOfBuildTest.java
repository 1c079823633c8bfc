package io.jenkins.plugins.itgc.jenkins.gates;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.SavedEarlier;
import io.jenkins.plugins.itgc.jenkins.steps.SystemsOfRecord;
import io.jenkins.plugins.itgc.jenkins.steps.TestGateStep;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jenkins.plugins.git.AbstractGitSCMSource.SCMRevisionImpl;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.mixin.ChangeRequestCheckoutStrategy;
import org.jenkinsci.plugins.github_branch_source.BranchSCMHead;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMHead;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMRevision;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** Builds of branches, pull requests and tags that all try to deploy with a body of their own. */
@WithJenkins
class ScriptOfBuildTest {
    private static final String COMMIT = "1".repeat(40);
    private static final String OTHER = "2".repeat(40);
    private static final String DEPLOY = "gatedDeploy(environment: 'production', service: 'orders'";
    private static final String JUDGED = "testGate 'review'\n" + DEPLOY + ") { echo 'body of it' }";
    private static final String BACK = DEPLOY + ", rollback: true, commit: '" + COMMIT + "') { echo 'body of it' }";

    private static volatile SCMHead head;
    private static volatile GitHubSCMSource source;

    /** The gate before the deploys of these tests. */
    public static final class Before extends TestGateStep {
        @DataBoundConstructor
        public Before(String gate) {
            super(gate);
        }

        /** Makes it known. */
        @TestExtension
        public static final class DescriptorImpl extends Type {}
    }

    /** Every job builds what the test says. */
    @TestExtension
    public static final class Heads extends SCMHead.HeadByItem {
        @Override
        public SCMHead getHead(Item item) {
            return head;
        }
    }

    /** Every job is of the repository that the test says. */
    @TestExtension
    public static final class Sources extends SCMSource.SourceByItem {
        @Override
        public SCMSource getSource(Item item) {
            return source;
        }
    }

    /** A tag, as a branch source finds it too. */
    private static final class Tag extends SCMHead {
        private static final long serialVersionUID = 1L;

        Tag(String name) {
            super(name);
        }
    }

    private JenkinsRule jenkins;
    private SystemsOfRecord systems;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        TestGateStep.reset();
        systems = new SystemsOfRecord();
        systems.configure();
        systems.branchLeftBehind(COMMIT);
        head = new BranchSCMHead("master");
        source = repository("orders");
    }

    @AfterEach
    void stop() {
        head = null;
        source = null;
        systems.close();
    }

    private GitHubSCMSource repository(String name) {
        GitHubSCMSource repository = new GitHubSCMSource("acme", name, null, false);
        repository.setApiUri(systems.address());
        repository.setId("source");
        return repository;
    }

    private static SCMRevision at(String commit) {
        if (head instanceof PullRequestSCMHead pull) {
            return new PullRequestSCMRevision(pull, COMMIT, commit);
        }
        return new SCMRevisionImpl(head, commit);
    }

    private static SCMHead pullRequest(String name) {
        return new PullRequestSCMHead(
                name,
                "acme",
                "orders",
                "fix",
                12,
                new BranchSCMHead("master"),
                SCMHeadOrigin.DEFAULT,
                ChangeRequestCheckoutStrategy.HEAD);
    }

    private WorkflowRun build(String script, String commit, Result result) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName("orders", WorkflowJob.class);
        if (job == null) {
            job = jenkins.createProject(WorkflowJob.class, "orders");
        }
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0, new SCMRevisionAction(source, at(commit))));
    }

    private void deployed() throws Exception {
        build(JUDGED, COMMIT, Result.SUCCESS);
    }

    private void refused(String script, String commit, String code, String why) throws Exception {
        List<String> before = kinds();
        WorkflowRun run = build(script, commit, Result.FAILURE);

        jenkins.assertLogNotContains("body of it", run);
        jenkins.assertLogContains(why, run);
        assertThat(kinds()).as("the queue").isEqualTo(before);
        // What is announced of the deploy before may come later.
        Entry last = entries().stream()
                .filter(entry -> !entry.kind().equals("deploy.noticed"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(last.kind()).isEqualTo("deploy.decided");
        assertThat(last.body()).contains("\"decision\":\"refuse\"").contains(code);
    }

    private static List<Entry> entries() {
        return ItgcServices.get().ledger().entries(0, 100);
    }

    private static List<String> kinds() {
        return entries().stream()
                .map(Entry::kind)
                .filter(kind ->
                        EventLog.names(Kind.of(DeployEvent.Progress.class)).contains(kind))
                .toList();
    }

    private static EnvironmentEntry production() {
        return ItgcConfiguration.get().getEnvironments().get(0);
    }

    @Test
    void runsTheBodyOfTheProductionBranchAtTheJudgedCommit() throws Exception {
        jenkins.assertLogContains("body of it", build(JUDGED, COMMIT, Result.SUCCESS));
    }

    @Test
    void refusesARollbackByAPullRequest() throws Exception {
        deployed();
        head = pullRequest("PR-12");

        refused(BACK, OTHER, "deploy.not-production-branch", "This build is of the pull request or tag PR-12");
    }

    @Test
    void refusesAPullRequestWhoseGatesJudgeWhatRunsAlready() throws Exception {
        deployed();
        head = pullRequest("PR-12");

        refused(JUDGED, OTHER, "deploy.not-production-branch", "This build is of the pull request or tag PR-12");
    }

    @Test
    void refusesAPullRequestWithTheNameOfTheProductionBranch() throws Exception {
        head = pullRequest("master");

        refused(JUDGED, COMMIT, "deploy.not-production-branch", "the pull request or tag master");
    }

    @Test
    void refusesATagWithTheNameOfTheProductionBranch() throws Exception {
        head = new Tag("master");

        refused(JUDGED, COMMIT, "deploy.not-production-branch", "the pull request or tag master");
    }

    @Test
    void reviewsNoTagWithTheNameOfTheProductionBranch() throws Exception {
        head = new Tag("master");

        WorkflowRun run = build("itgcReview environment: 'production', service: 'orders'", COMMIT, Result.FAILURE);

        jenkins.assertLogContains("This build is neither of a pull request nor of master", run);
    }

    @Test
    void refusesAnotherRevisionOfTheProductionBranch() throws Exception {
        refused(JUDGED, OTHER, "deploy.other-revision", "is the one of 2222222222, but 1111111111 is to be deployed");
    }

    @Test
    void goesBackFromANewerRevisionOfTheProductionBranch() throws Exception {
        deployed();

        String judged = "testGate gate: 'review', commit: '" + OTHER + "'\n" + BACK;
        jenkins.assertLogContains("body of it", build(judged, OTHER, Result.SUCCESS));
    }

    @Test
    void goesBackFromARevisionThatWasDeployed() throws Exception {
        deployed();

        jenkins.assertLogContains("body of it", build(BACK, COMMIT, Result.SUCCESS));
    }

    @Test
    void refusesARollbackByARevisionThatNoGateOpened() throws Exception {
        deployed();

        refused(BACK, OTHER, "deploy.unjudged-script", "is the one of 2222222222, which no gate has opened");
    }

    @Test
    void refusesTheProductionBranchOfAnotherRepository() throws Exception {
        deployed();
        source = repository("sandbox");

        refused(BACK, COMMIT, "deploy.other-repository", "comes from acme/sandbox, not from master of acme/orders");
    }

    @Test
    void refusesAJobThatTheEnvironmentDoesNotName() throws Exception {
        production().setJobs("deploys/*");

        refused(JUDGED, COMMIT, "deploy.other-job", "Job orders may not deploy to production");
    }

    @Test
    void runsTheBodyOfAJobThatTheEnvironmentNames() throws Exception {
        production().setJobs("deploys/*, ord*");

        jenkins.assertLogContains("body of it", build(JUDGED, COMMIT, Result.SUCCESS));
    }

    @Test
    void saysThatAListOfJobsMakesNoSense() throws Exception {
        production().setJobs("deploys/*");
        SavedEarlier.with("jobs", "deploys/[");

        WorkflowRun run = build(JUDGED, COMMIT, Result.FAILURE);

        jenkins.assertLogContains("\"deploys/[\" is not a glob", run);
        jenkins.assertLogNotContains("body of it", run);
    }

    @Test
    void looksOnceMoreImmediatelyBeforeTheBody() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        TestGateStep.meanwhile = () -> {
            if (asked.incrementAndGet() == 2) { // the last look has begun, with the configuration as it was
                production().setJobs("deploys/*");
            }
        };

        WorkflowRun run = build(JUDGED, COMMIT, Result.FAILURE);

        jenkins.assertLogNotContains("body of it", run);
        jenkins.assertLogContains("The deploy does not begin: Job orders may not deploy to production", run);
    }
}
