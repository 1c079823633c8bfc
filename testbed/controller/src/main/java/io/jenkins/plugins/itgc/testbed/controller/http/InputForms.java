package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.model.Run;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/** The open questions of a build as forms. */
final class InputForms {
    private InputForms() {}

    static String of(Run<?, ?> run, Pages pages) {
        InputAction action = run.getAction(InputAction.class);
        if (action == null || !run.isBuilding()) {
            return "";
        }
        try {
            return action.getExecutions().stream()
                    .map(question -> form(run, question, pages))
                    .collect(Collectors.joining());
        } catch (TimeoutException e) {
            return "<p class=\"error\">The open questions cannot be read.</p>";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String form(Run<?, ?> run, InputStepExecution question, Pages pages) {
        String at = run.getUrl() + "input/" + question.getId() + "/";
        return "<section class=\"input\"><p>" + Pages.e(question.getInput().getMessage()) + "</p>"
                + pages.post(at + "proceedEmpty", question.getInput().getOk())
                + pages.post(at + "abort", question.getInput().getCancel()) + "</section>";
    }
}
