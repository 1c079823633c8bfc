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
        Message rule = Message.of("deploy.rule.gate", check.gate());
        if (check.recorded() == null) {
            return Explanation.refuse(rule, missing(check.gate()));
        }
        List<Finding> findings = new ArrayList<>();
        if (!check.recorded().opensDeploy()) {
            findings.add(notProduction(check.gate()));
        }
        if (!forThis(check.recorded())) {
            findings.add(otherChange(check));
        }
        if (!check.changed().isEmpty()) {
            findings.add(changed(check));
        }
        if (!findings.isEmpty()) {
            return Explanation.refuse(rule, findings);
        }
        return check.fresh() == null
                ? Explanation.unknown(rule, notAsked(check.gate()))
                : Explanation.all(rule, List.of(check.fresh()));
    }

    private boolean forThis(RecordedPass pass) {
        Change wanted = evidence.change();
        Change passed = pass.change();
        return passed.repository().equals(wanted.repository())
                && passed.commit().equals(wanted.commit())
                && passed.tree().equals(wanted.tree())
                && evidence.target().environment().equals(passed.environment())
                && evidence.target().service().equals(pass.service());
    }

    private Finding missing(String gate) {
        return finding("deploy.gate-missing", gate, evidence.target().toString());
    }

    private Finding notProduction(String gate) {
        return finding("deploy.not-production", gate);
    }

    private Finding otherChange(GateCheck check) {
        Change passed = check.recorded().change();
        return finding(
                "deploy.other-change",
                check.gate(),
                passed.repository().toString(),
                passed.commit().abbreviated(),
                String.valueOf(check.recorded().service()),
                String.valueOf(passed.environment()),
                evidence.change().repository().toString(),
                evidence.change().commit().abbreviated(),
                evidence.target().toString());
    }

    private Finding changed(GateCheck check) {
        List<Message> grounds = check.changed().stream()
                .map(Ground::parse)
                .sorted(Comparator.comparing(Ground::words))
                .map(Ground::message)
                .toList();
        return finding("deploy.evidence-changed", check.gate(), grounds);
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
