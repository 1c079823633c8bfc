package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Masks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withCredentials}: secrets in variables of its body, and stars in the log. */
public final class WithCredentialsStep extends Step {
    private final List<CredentialBinding> bindings;

    /** What goes into which variable. */
    @DataBoundConstructor
    public WithCredentialsStep(List<CredentialBinding> bindings) {
        this.bindings = List.copyOf(bindings);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        Map<String, String> variables = new LinkedHashMap<>();
        for (CredentialBinding binding : bindings) {
            variables.putAll(binding.variables(context.get(Run.class)));
        }
        EnvironmentExpander expander = EnvironmentExpander.merge(
                context.get(EnvironmentExpander.class), EnvironmentExpander.constant(variables));
        Masks masks = Masks.merge(context.get(Masks.class), List.copyOf(variables.values()));
        return new Block(context, null, expander, masks);
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("withCredentials", true, Run.class);
        }
    }
}
