package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
@Timeout(120)
class ManyWaitingTest {
    private static final int BRANCHES = 2_000;

    @Test
    void holdsNoThreadForEachWaitingStep(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = Pipelines.holding(
                jenkins,
                "def b = [:]\nfor (int i = 0; i < " + BRANCHES + "; i++) { b[\"b${i}\"] = { hold 'x' } }\nparallel b");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> JenkinsRule.getLog(run)
                                .lines()
                                .filter("Holding x"::equals)
                                .count()
                        == BRANCHES);

        assertThat(Thread.activeCount()).isLessThan(100);
        HoldStep.release("x");
        jenkins.assertBuildStatusSuccess(run);
    }
}
