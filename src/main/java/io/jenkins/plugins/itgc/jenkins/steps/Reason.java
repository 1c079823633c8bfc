package io.jenkins.plugins.itgc.jenkins.steps;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Why something ended, in one sentence. */
final class Reason {
    private static final int LONGEST = 500;

    private Reason() {}

    static String of(Throwable cause) {
        return of(cause, UnaryOperator.identity());
    }

    /** The same, in the reader's language where the gates said it themselves. */
    static Message message(Throwable cause) {
        boolean whole =
                cause instanceof Worded worded && worded.wording().english().length() <= LONGEST;
        return whole ? Worded.of(cause) : Message.text(of(cause));
    }

    /** @param mask hides what must not be told; before the text is cut, so that no half of it is left */
    static String of(Throwable cause, UnaryOperator<String> mask) {
        String said = cause instanceof FlowInterruptedException interrupted ? causes(interrupted) : cause.getMessage();
        String text = said == null || said.isBlank() ? cause.getClass().getSimpleName() : mask.apply(said);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String causes(FlowInterruptedException interrupted) {
        return interrupted.getCauses().stream()
                .map(CauseOfInterruption::getShortDescription)
                .collect(Collectors.joining("; "));
    }
}
