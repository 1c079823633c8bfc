package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the script of a build may carry a deploy out: it is the production branch's own, at the commit that is deployed,
 * and nobody has edited it for this build. Otherwise anybody who can open a pull request could run what he likes with the
 * secrets of production.
 *
 * @param target what goes where
 * @param change what is to be deployed
 * @param rollback whether it goes back; the script of a rollback is newer than what it deploys, but was judged itself
 * @param rules what the environment asks for
 */
record ScriptRule(DeployTarget target, Change change, boolean rollback, DeployGate.Rules rules) {
    private static final String NAME = "Script of the build";

    Explanation judge(ScriptOrigin script) {
        List<Finding> findings = new ArrayList<>();
        if (script.repeated()) {
            findings.add(repeated(script));
        }
        if (!rules.jobs().admit(script.job())) {
            findings.add(otherJob(script));
        }
        if (script.head() != null) {
            findings.addAll(ofHead(script.head()));
        }
        return findings.isEmpty() ? Explanation.pass(NAME, summary(script)) : Explanation.refuse(NAME, findings);
    }

    private String summary(ScriptOrigin script) {
        return script.head() == null
                ? "Job " + script.job() + " has a script of its own."
                : "It is the one of " + rules.productionBranch() + " at "
                        + script.head().commit().abbreviated() + ".";
    }

    private List<Finding> ofHead(ScriptOrigin.Head head) {
        if (!head.branch() || !head.name().equals(rules.productionBranch())) {
            return List.of(otherBranch(head));
        }
        if (!change.repository().equals(head.repository())) {
            return List.of(otherRepository(head));
        }
        if (rollback) {
            return head.commit() != null && head.judged() ? List.of() : List.of(unjudged(head));
        }
        return change.commit().equals(head.commit()) ? List.of() : List.of(otherRevision(head));
    }

    private Finding unjudged(ScriptOrigin.Head head) {
        return finding(
                "deploy.unjudged-script",
                "The script of this build is the one of "
                        + (head.commit() == null ? "an unknown commit" : head.commit().abbreviated())
                        + ", which no gate has opened for " + target + ".",
                "Call itgcReview before the rollback, so that this build's own commit is judged, or go back from the build of"
                        + " a commit that was deployed there.");
    }

    private Finding repeated(ScriptOrigin script) {
        return finding(
                "deploy.replayed",
                "This build repeats an earlier one of " + script.job()
                        + " with a script that may have been edited for it.",
                "Start a new build of the job; what Replay, Rebuild and a restart from a stage start cannot deploy.");
    }

    private Finding otherJob(ScriptOrigin script) {
        return finding(
                "deploy.other-job",
                "Job " + script.job() + " may not deploy to " + target.environment() + "; jobs that may: "
                        + String.join(", ", rules.jobs().patterns()) + ".",
                "Deploy from one of these, or have an administrator name the job in the environment's entry.");
    }

    private Finding otherBranch(ScriptOrigin.Head head) {
        return finding(
                "deploy.not-production-branch",
                "This build is of " + (head.branch() ? "branch " : "the pull request or tag ") + head.name()
                        + ", so its script is not the one of " + production() + ".",
                "Merge it, and deploy from the build of " + rules.productionBranch() + ".");
    }

    private Finding otherRepository(ScriptOrigin.Head head) {
        String where = head.repository() == null ? "no GitHub branch source" : head.repository().toString();
        return finding(
                "deploy.other-repository",
                "The script of this build comes from " + where + ", not from " + production() + ".",
                "Deploy from a build of " + production() + ", found by a GitHub branch source.");
    }

    private Finding otherRevision(ScriptOrigin.Head head) {
        String built = head.commit() == null ? "an unknown commit" : head.commit().abbreviated();
        return finding(
                "deploy.other-revision",
                "The script of this build is the one of " + built + ", but "
                        + change.commit().abbreviated() + " is to be deployed.",
                "Let the gates judge the commit that is built, or build the commit that is to be deployed.");
    }

    private String production() {
        return rules.productionBranch() + " of " + change.repository();
    }

    private Finding finding(String code, String what, String next) {
        return new Finding(code, what, target.name(), null, next);
    }
}
