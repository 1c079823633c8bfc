package io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Definitions;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Which conditions of {@code post} hold, in the order in which they are carried out. */
public final class Outcomes {
    private Outcomes() {}

    /** The conditions after a failure, or after success if it is null. */
    public static List<String> after(Throwable failure) {
        Run<?, ?> run = Definitions.run();
        Result now = ofFailure(failure);
        Result before = run.getResult();
        Result result = before == null ? now : before.combine(now);
        if (failure != null) {
            run.setResult(result);
        }
        return conditions(result, previous(run));
    }

    private static Result ofFailure(Throwable failure) {
        if (failure instanceof FlowInterruptedException interrupted) {
            return interrupted.getResult();
        }
        return failure == null ? Result.SUCCESS : Result.FAILURE;
    }

    private static Result previous(Run<?, ?> run) {
        Run<?, ?> previous = run.getPreviousBuild();
        return previous == null || previous.isBuilding() ? null : previous.getResult();
    }

    private static List<String> conditions(Result now, Result previous) {
        List<String> holding = new ArrayList<>();
        holding.add("always");
        add(holding, "changed", now != previous);
        add(holding, "fixed", now == Result.SUCCESS && (previous == Result.FAILURE || previous == Result.UNSTABLE));
        add(holding, "regression", previous != null && now.isWorseThan(previous));
        add(holding, "aborted", now == Result.ABORTED);
        add(holding, "failure", now == Result.FAILURE);
        add(holding, "success", now == Result.SUCCESS);
        add(holding, "unstable", now == Result.UNSTABLE);
        add(holding, "unsuccessful", now != Result.SUCCESS);
        holding.add("cleanup");
        return holding;
    }

    private static void add(List<String> holding, String name, boolean holds) {
        if (holds) {
            holding.add(name);
        }
    }
}
