package io.jenkins.plugins.itgc.deploy;

import java.util.stream.Collectors;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether the pass of a required gate still stands for exactly this deploy. */
record GateStands(DeployEvidence evidence) {
    Explanation judge(GateCheck check) {
        String rule = "Gate " + check.gate();
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
        return new Finding(
                "deploy.gate-missing",
                "The " + gate + " gate has no pass in this build for " + evidence.target() + ".",
                evidence.target().name(),
                null,
                "Call its step before gatedDeploy, with the same service and environment.");
    }

    private Finding notProduction(String gate) {
        return new Finding(
                "deploy.not-production",
                "What the " + gate + " gate passed in this build is no commit of the production branch.",
                evidence.target().name(),
                null,
                "Deploy from the production branch's own build, or name the commit instead of the pull request.");
    }

    private Finding otherChange(GateCheck check) {
        Change passed = check.recorded().change();
        return new Finding(
                "deploy.other-change",
                "The " + check.gate() + " gate passed " + passed.repository() + " at " + passed.commit().abbreviated()
                        + " for " + check.recorded().service() + " in " + passed.environment() + ", which is not what is"
                        + " to be deployed: " + evidence.change().repository() + " at "
                        + evidence.change().commit().abbreviated() + " for " + evidence.target() + ".",
                evidence.target().name(),
                null,
                "Let every gate of the build judge the commit, service and environment that it deploys.");
    }

    private Finding changed(GateCheck check) {
        return new Finding(
                "deploy.evidence-changed",
                "Since the " + check.gate() + " gate passed, this has changed: " + check.changed().stream()
                                .map(key -> Ground.parse(key).words())
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".",
                evidence.target().name(),
                null,
                "Run the build again, so that the gate judges what is there now.");
    }

    private Finding notAsked(String gate) {
        return new Finding(
                "deploy.not-verified",
                "The " + gate + " gate was not asked again.",
                evidence.target().name(),
                null,
                "Run the build again.");
    }
}
