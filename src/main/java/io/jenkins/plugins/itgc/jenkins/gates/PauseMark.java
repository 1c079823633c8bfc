package io.jenkins.plugins.itgc.jenkins.gates;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.support.actions.PauseAction;

/** Marks a step as paused, so that every view of the build shows that it waits and the time is not counted as work. */
public final class PauseMark {
    private static final Logger LOGGER = Logger.getLogger(PauseMark.class.getName());

    private PauseMark() {}

    /** Puts the mark on the step of this context, unless it has one. */
    public static void begin(StepContext context) throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        if (node != null && !PauseAction.isPaused(node)) {
            node.addAction(new PauseAction("ITGC gate"));
        }
    }

    /** Only a mark for views: a build must not fail because it could not be taken off. */
    public static void end(StepContext context) {
        try {
            FlowNode node = context.get(FlowNode.class);
            if (node != null) {
                PauseAction.endCurrentPause(node);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The pause mark of a gate could not be taken off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
