package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployGate;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.ScriptGate;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code gatedDeploy} step was asked for. */
public final class DeployCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String service;
    private final boolean rollback;
    private final String commit;

    public DeployCall(String environment, String service, boolean rollback, String commit) {
        this.environment = environment;
        this.service = service;
        this.rollback = rollback;
        this.commit = commit;
    }

    @Override
    public OpenGate<?> open(StepContext context) throws IOException, InterruptedException {
        return Configured.by(() -> opened(context));
    }

    private OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        if (service == null) {
            throw new AbortException("Name what is deployed: gatedDeploy(service: 'orders', ...).");
        }
        if (rollback == (commit == null)) {
            throw new AbortException("A rollback names its commit, and only a rollback does:"
                    + " gatedDeploy(rollback: true, commit: rollbackTarget(...).commit, ...).");
        }
        Run<?, ?> build = context.get(Run.class);
        String node = context.get(FlowNode.class).getId();
        EnvironmentEntry entry = ItgcConfiguration.get().environment(environment);
        DeployTarget target = new DeployTarget(service, entry.getName());
        Deployable deployable =
                rollback ? Deployable.earlier(target, commit) : Deployable.passed(build, target, entry);
        DeployGate.Rules rules = deployable.rules(entry);
        ScriptGate script = new ScriptGate(
                new ScriptGate.Asked(deployable.change(), target, rollback, ScriptOfBuild.of(build, target)), rules);
        return script.refuses()
                ? new OpenScript(script, rules)
                : OpenDeploy.of(deployable, rules, build, context, node);
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean failOnRefuse() {
        return true;
    }
}
