package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.security.PermissionMissing;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStep;
import org.kohsuke.stapler.HttpResponses;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who may answer a question. */
public final class InputSubmitters {
    private InputSubmitters() {}

    /** Throws unless the caller may answer. */
    public static void check(Run<?, ?> run, InputStep input) {
        if (!mayAnswer(run, input)) {
            deny(input);
        }
    }

    /** Throws unless the caller may stop the build instead of answering. */
    public static void checkAbort(Run<?, ?> run, InputStep input) {
        if (!mayAnswer(run, input) && !run.hasPermission(Item.CANCEL)) {
            deny(input);
        }
    }

    private static void deny(InputStep input) {
        if (input.getSubmitter() == null) {
            throw new PermissionMissing(Jenkins.getAuthentication2(), Item.BUILD);
        }
        throw HttpResponses.errorWithoutStack(403, "You need to be " + input.getSubmitter() + " to submit this.");
    }

    private static boolean mayAnswer(Run<?, ?> run, InputStep input) {
        if (input.getSubmitter() == null) {
            return run.hasPermission(Item.BUILD);
        }
        if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return true;
        }
        List<String> allowed =
                Arrays.stream(input.getSubmitter().split(",")).map(String::trim).toList();
        Authentication who = Jenkins.getAuthentication2();
        return allowed.contains(who.getName())
                || who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(allowed::contains);
    }
}
