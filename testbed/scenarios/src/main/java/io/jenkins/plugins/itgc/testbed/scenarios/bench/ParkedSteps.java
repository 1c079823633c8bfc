package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.jenkins.steps.GateStepExecution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Steps that have judged once and wait. */
record ParkedSteps(List<GateStepExecution> steps, List<BenchContext> contexts) {
    static ParkedSteps park(WorkflowRun run, int count) throws IOException, InterruptedException {
        CountDownLatch parked = new CountDownLatch(count);
        List<BenchContext> contexts = new ArrayList<>();
        List<GateStepExecution> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contexts.add(new BenchContext(run, parked));
            steps.add(new GateStepExecution(new BenchGate.Call(i), contexts.get(i)));
            steps.get(i).start();
        }
        if (!parked.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException(parked.getCount() + " steps do not wait.");
        }
        return new ParkedSteps(steps, contexts);
    }

    void stop() {
        steps.forEach(step -> step.stop(new InterruptedException("The bench is over.")));
    }
}
