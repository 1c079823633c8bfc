package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** What Pipelines know of a step. */
public abstract class StepDescriptor extends Descriptor<Step> {
    protected StepDescriptor() {}

    /** Types that the step cannot do without. */
    public abstract Set<? extends Class<?>> getRequiredContext();

    /** Types that the step's body gets. */
    public Set<? extends Class<?>> getProvidedContext() {
        return Set.of();
    }

    /** The name of the step in a Pipeline. */
    public abstract String getFunctionName();

    /** Whether the step takes a body. */
    public boolean takesImplicitBlockArgument() {
        return false;
    }

    public boolean isAdvanced() {
        return false;
    }

    /** The arguments as a short text for people, or null. */
    public String argumentsToString(Map<String, Object> namedArgs) {
        return null;
    }

    /** Throws if something required is missing. */
    public final void checkContextAvailability(StepContext context)
            throws MissingContextVariableException, IOException, InterruptedException {
        for (Class<?> type : getRequiredContext()) {
            if (context.get(type) == null) {
                throw new MissingContextVariableException(type, this);
            }
        }
    }

    public static ExtensionList<StepDescriptor> all() {
        return ExtensionList.lookup(StepDescriptor.class);
    }

    /** The step of this name, or null. */
    public static StepDescriptor byFunctionName(String name) {
        return all().stream()
                .filter(d -> d.getFunctionName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
