package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import io.jenkins.plugins.itgc.testbed.controller.store.Builds;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Reaches the builds of a job. */
final class JobBuilds {
    private JobBuilds() {}

    static void add(WorkflowRun run) {
        Builds.of(run.getParent()).add(run);
    }

    static List<WorkflowRun> of(WorkflowJob job) {
        return Builds.of(job).all().values().stream()
                .map(WorkflowRun.class::cast)
                .toList();
    }
}
