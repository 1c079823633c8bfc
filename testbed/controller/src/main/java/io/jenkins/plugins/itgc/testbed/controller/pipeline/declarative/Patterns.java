package io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative;

import hudson.AbortException;
import hudson.EnvVars;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Definitions;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The conditions of {@code when} that compare names and values. */
public final class Patterns {
    private Patterns() {}

    /** Whether a condition holds; an unknown one is an AbortException. */
    public static boolean hold(Call condition) throws AbortException {
        EnvVars env = Definitions.environment();
        return switch (condition.name()) {
            case "branch" -> matches(String.valueOf(condition.value()), env.get("BRANCH_NAME"));
            case "environment" -> variable(condition.named(), env);
            case "equals" ->
                Objects.equals(
                        condition.named().get("expected"), condition.named().get("actual"));
            case "changeRequest" -> changeRequest(condition.named(), env);
            case "beforeAgent", "beforeInput", "beforeOptions" -> true;
            default -> throw new AbortException("Unknown condition \"" + condition.name() + "\" in when");
        };
    }

    private static boolean matches(String pattern, String branch) {
        return branch != null
                && FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(branch));
    }

    private static boolean variable(Map<String, Object> named, EnvVars env) {
        return Objects.equals(env.get(String.valueOf(named.get("name"))), String.valueOf(named.get("value")));
    }

    private static boolean changeRequest(Map<String, Object> named, EnvVars env) {
        Object target = named.get("target");
        return env.containsKey("CHANGE_ID") && (target == null || matches(target.toString(), env.get("CHANGE_TARGET")));
    }
}
