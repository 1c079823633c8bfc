package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    private static final Message NAME = Message.of("deploy.rule.script");

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

    private Message summary(ScriptOrigin script) {
        return script.head() == null
                ? Message.of("deploy.reason.own-script", script.job())
                : Message.of(
                        "deploy.reason.script",
                        rules.productionBranch(),
                        Objects.requireNonNull(script.head().commit(), "Only a known commit was found right.")
                                .abbreviated());
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
        return change.readCommit().equals(head.commit()) ? List.of() : List.of(otherRevision(head));
    }

    private Finding unjudged(ScriptOrigin.Head head) {
        return finding("deploy.unjudged-script", built(head), target.toString());
    }

    private static Message built(ScriptOrigin.Head head) {
        return head.commit() == null
                ? Message.of("deploy.part.unknown-commit")
                : Message.text(head.commit().abbreviated());
    }

    private Finding repeated(ScriptOrigin script) {
        return finding("deploy.replayed", script.job());
    }

    private Finding otherJob(ScriptOrigin script) {
        return finding(
                "deploy.other-job",
                script.job(),
                target.environment(),
                List.copyOf(rules.jobs().patterns()));
    }

    private Finding otherBranch(ScriptOrigin.Head head) {
        Message built = head.branch()
                ? Message.of("deploy.part.branch", head.name())
                : Message.of("deploy.part.other-head", head.name());
        return finding("deploy.not-production-branch", built, production(), rules.productionBranch());
    }

    private Finding otherRepository(ScriptOrigin.Head head) {
        Message where = head.repository() == null
                ? Message.of("deploy.part.no-source")
                : Message.text(head.repository().toString());
        return finding("deploy.other-repository", where, production());
    }

    private Finding otherRevision(ScriptOrigin.Head head) {
        return finding("deploy.other-revision", built(head), change.readCommit().abbreviated());
    }

    private Message production() {
        return Message.of(
                "deploy.part.branch-of",
                rules.productionBranch(),
                change.repository().toString());
    }

    private Finding finding(String code, Object... arguments) {
        return Finding.of(code, target.name(), null, arguments);
    }
}
