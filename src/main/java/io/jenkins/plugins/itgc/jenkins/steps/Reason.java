package io.jenkins.plugins.itgc.jenkins.steps;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Why something ended, in one sentence. */
final class Reason {
    private static final int MOST = 500;

    private Reason() {}

    static String of(Throwable cause) {
        return of(cause, UnaryOperator.identity());
    }

    /** @param starred hides what must not be told; before the text is cut, so that no half of it is left */
    static String of(Throwable cause, UnaryOperator<String> starred) {
        String said = cause instanceof FlowInterruptedException interrupted ? causes(interrupted) : cause.getMessage();
        String text = said == null || said.isBlank() ? cause.getClass().getSimpleName() : starred.apply(said);
        return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }

    private static String causes(FlowInterruptedException interrupted) {
        return interrupted.getCauses().stream()
                .map(CauseOfInterruption::getShortDescription)
                .collect(Collectors.joining("; "));
    }
}
