package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether the pass of a required gate still stands for exactly this deploy. */
record GateStands(DeployEvidence evidence) {
    Explanation judge(GateCheck check) {
        Message rule = Message.of("deploy.rule.gate", check.required().toString());
        RecordedPass recorded = check.recorded();
        if (recorded == null) {
            return Explanation.refuse(rule, missing(check.required().toString()));
        }
        List<Finding> findings = new ArrayList<>();
        if (!recorded.opensDeploy()) {
            findings.add(notProduction(check.required().toString()));
        }
        if (!forThis(recorded)) {
            findings.add(otherChange(check.required().toString(), recorded));
        }
        if (!check.changed().isEmpty()) {
            findings.add(changed(check));
        }
        if (!findings.isEmpty()) {
            return Explanation.refuse(rule, findings);
        }
        return check.fresh() == null
                ? Explanation.unknown(rule, notAsked(check.required().toString()))
                : Explanation.all(rule, List.of(check.fresh()));
    }

    private boolean forThis(RecordedPass pass) {
        Change wanted = evidence.change();
        Change passed = pass.change();
        return passed.repository().equals(wanted.repository())
                && passed.readCommit().equals(wanted.commit())
                && passed.readTree().equals(wanted.tree())
                && evidence.target().environment().equals(passed.environment())
                && evidence.target().service().equals(pass.service());
    }

    private Finding missing(String gate) {
        return finding("deploy.gate-missing", gate, evidence.target().toString());
    }

    private Finding notProduction(String gate) {
        return finding("deploy.not-production", gate);
    }

    private Finding otherChange(String gate, RecordedPass recorded) {
        Change passed = recorded.change();
        return finding(
                "deploy.other-change",
                gate,
                passed.repository().toString(),
                passed.readCommit().abbreviated(),
                String.valueOf(recorded.service()),
                String.valueOf(passed.environment()),
                evidence.change().repository().toString(),
                evidence.change().readCommit().abbreviated(),
                evidence.target().toString());
    }

    private Finding changed(GateCheck check) {
        List<Message> grounds = check.changed().stream()
                .map(Ground::parse)
                .sorted(Comparator.comparing(Ground::words))
                .map(Ground::message)
                .toList();
        return finding("deploy.evidence-changed", check.required().toString(), grounds);
    }

    private Finding notAsked(String gate) {
        return new Finding(
                "deploy.not-verified",
                Message.of("deploy.not-verified.what.gate", gate),
                evidence.target().name(),
                null,
                Message.of("deploy.not-verified.next"));
    }

    private Finding finding(String code, Object... arguments) {
        return Finding.of(code, evidence.target().name(), null, arguments);
    }
}
