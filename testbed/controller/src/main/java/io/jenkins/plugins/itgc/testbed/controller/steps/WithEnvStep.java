package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withEnv}: sets variables for its body. */
public final class WithEnvStep extends Step {
    private final List<String> overrides;

    /** Each one {@code NAME=value}. */
    @DataBoundConstructor
    public WithEnvStep(List<String> overrides) {
        this.overrides = List.copyOf(overrides);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String override : overrides) {
            int equals = override.indexOf('=');
            variables.put(equals < 0 ? override : override.substring(0, equals), override.substring(equals + 1));
        }
        EnvironmentExpander outer = context.get(EnvironmentExpander.class);
        return new Block(context, null, EnvironmentExpander.merge(outer, EnvironmentExpander.constant(variables)));
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("withEnv", true);
        }
    }
}
