package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.deploy.DeployWire;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.deploy.DeployGate;
import io.jenkins.plugins.itgc.deploy.ScriptGate;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.time.Duration;
import java.util.Map;

/** The gate of a deploy that takes no place in the queue, so that the refusal is recorded like any other. */
record OpenScript(ScriptGate gate, DeployGate.Rules rules) implements OpenGate<ScriptGate.Asked> {
    @Override
    public RulingEvent event(Gate.Judgement<ScriptGate.Asked> judgement, Map<String, String> grounds) {
        return DeployWire.scriptEvent(
                judgement, rules, judgement.evidence().target().service());
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public Map<String, Object> result(ScriptGate.Asked evidence) {
        return Map.of();
    }

    @Override
    public String publish(Ruling ruling) {
        return "It takes no place in the queue.";
    }
}
