package io.jenkins.plugins.itgc.jenkins.steps;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Has the program saved with what a step knows now. Nobody waits for it: what matters is in the ledger. */
final class Saving {
    private static final Logger LOGGER = Logger.getLogger(Saving.class.getName());

    private Saving() {}

    static void soon(StepContext context) {
        context.saveState().addListener(() -> LOGGER.log(Level.FINEST, "A step is saved"), Runnable::run);
    }
}
