package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.store.LedgerHeld;
import io.jenkins.plugins.itgc.ledger.store.LockingProcess;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** A controller whose home another process has: gates stay shut until that one is gone, and then go on by themselves. */
class SecondControllerTest {
    /** The gate of these tests. */
    public static final class Gate extends TestGateStep {
        @DataBoundConstructor
        public Gate(String gate) {
            super(gate);
        }

        /** Makes it known. */
        @TestExtension
        public static final class DescriptorImpl extends Type {}
    }

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @BeforeEach
    void open() {
        TestGateStep.reset();
    }

    @Test
    void opensNoGateBeforeTheOtherProcessIsGone() throws Throwable {
        Path folder = sessions.getHome().toPath().resolve("itgc");
        try (LockingProcess other = LockingProcess.in(folder)) {
            assertThat(other.said()).isEqualTo("held");
            sessions.then(jenkins -> {
                WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
                job.setDefinition(new CpsFlowDefinition("testGate 'review'\necho 'the gate is open'", true));
                WorkflowRun run = job.scheduleBuild2(0).waitForStart();
                jenkins.waitForMessage("Waiting: Another process uses this home", run);
                jenkins.assertLogNotContains("the gate is open", run);
                assertThatExceptionOfType(LedgerHeld.class)
                        .isThrownBy(() -> ItgcServices.get().ledger())
                        .withMessageContaining(folder.resolve("controller.lock").toString());
                assertThat(folder.resolve("ledger.db")).doesNotExist();
            });
            sessions.then(jenkins -> {
                WorkflowRun run = jenkins.jenkins
                        .getItemByFullName("orders", WorkflowJob.class)
                        .getBuildByNumber(1);
                other.kill();
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("the gate is open", run);
                assertThat(ItgcServices.get().ledger().entries(0, 10))
                        .extracting(Entry::kind)
                        .containsExactly("review.decided");
            });
        }
    }

    @Test
    void controllersThatFollowEachOtherInOneProcessKeepTheHome() throws Throwable {
        Path folder = sessions.getHome().toPath().resolve("itgc");
        for (int start = 0; start < 2; start++) {
            sessions.then(jenkins -> {
                ItgcServices.get().ledger();
                try (LockingProcess other = LockingProcess.in(folder)) {
                    assertThat(other.said()).startsWith("Another process uses this home");
                }
            });
        }
    }
}
