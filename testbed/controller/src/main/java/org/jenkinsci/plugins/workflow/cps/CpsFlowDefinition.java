package org.jenkinsci.plugins.workflow.cps;

import hudson.Extension;
import hudson.model.Descriptor;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.kohsuke.stapler.DataBoundConstructor;

/** A Pipeline whose text stands in the job. */
public class CpsFlowDefinition extends FlowDefinition {
    private final String script;
    private final boolean sandbox;

    @DataBoundConstructor
    public CpsFlowDefinition(String script, boolean sandbox) throws Descriptor.FormException {
        this.script = script == null ? "" : script;
        this.sandbox = sandbox;
    }

    public String getScript() {
        return script;
    }

    /** Whether the text is untrusted; the testbed has no sandbox and runs it anyway. */
    public boolean isSandbox() {
        return sandbox;
    }

    /** Makes the definition known. */
    @Extension
    public static class DescriptorImpl extends Descriptor<FlowDefinition> {
        public DescriptorImpl() {}
    }
}
