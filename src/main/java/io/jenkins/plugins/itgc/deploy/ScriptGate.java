package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Topic;
import java.util.Set;

/** What a deploy is refused by before it takes a place in the queue: a build whose script may not carry it out. */
public final class ScriptGate implements Gate<ScriptGate.Question> {
    private final Question asked;
    private final DeployGate.Rules rules;

    /** @param rules of the environment; name the jobs that may deploy there */
    public ScriptGate(Question asked, DeployGate.Rules rules) {
        this.asked = asked;
        this.rules = rules;
    }

    /**
     * A deploy that was asked for.
     *
     * @param change what is to be deployed
     * @param target where
     * @param rollback whether it goes back
     * @param script the script that would carry it out
     */
    public record Question(Change change, DeployTarget target, boolean rollback, ScriptOrigin script)
            implements Evidence {}

    /** Whether the deploy may not even wait. */
    public boolean refuses() {
        return judge(asked).outcome().blocks();
    }

    @Override
    public String name() {
        return DeployGate.NAME;
    }

    @Override
    public Change subject() {
        return asked.change();
    }

    @Override
    public Question gather() {
        return asked;
    }

    @Override
    public Explanation judge(Question evidence) {
        return new ScriptRule(evidence.target(), evidence.change(), evidence.rollback(), rules)
                .judge(evidence.script());
    }

    @Override
    public Set<Topic> topics() {
        return Set.of();
    }

    /** It opens nothing by itself. */
    @Override
    public boolean opensDeploy(Question evidence) {
        return false;
    }
}
