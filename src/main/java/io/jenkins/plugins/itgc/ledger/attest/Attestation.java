package io.jenkins.plugins.itgc.ledger.attest;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.TreeBody;
import io.jenkins.plugins.itgc.ledger.event.Verbatim;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an entry about a commit into a statement about this commit, for whoever understands in-toto. */
public final class Attestation {
    private static final Map<String, String> OF_PASS = Map.of(
            "decision", "decision",
            "reason", "reason",
            "environment", "change.environment",
            "service", "service",
            "pullRequests", "change.pullRequests",
            "rules", "explanation",
            "policy", "policy",
            "grounds", "grounds");

    private static final Map<String, String> OF_DEPLOY = Stream.of(
                    "deploy",
                    "environment",
                    "service",
                    "previous",
                    "rollback",
                    "build",
                    "startedBy",
                    "pullRequests",
                    "tickets",
                    "gates",
                    "reason")
            .collect(Collectors.toMap(member -> member, member -> member));

    private Attestation() {}

    /**
     * The statement about an entry.
     *
     * @return empty unless the entry is a gate's pass that opens a deploy, or the end of a deploy, and its body is here
     */
    public static Optional<Statement> of(Entry entry) {
        Recorded<Event> recorded = EventLog.recorded(entry);
        if (recorded.event() instanceof RulingEvent ruling) {
            return type(ruling).flatMap(type -> pass(type, entry, ruling.body()));
        }
        return recorded.event() instanceof DeployEvent.End end
                ? deploy(new Recorded<>(entry, end))
                : Optional.empty(); // a changed entry is none of these; the chain names it
    }

    private static Optional<PredicateType> type(RulingEvent ruling) {
        if (ruling instanceof RulingEvent.Review) {
            return Optional.of(PredicateType.REVIEW);
        }
        if (ruling instanceof RulingEvent.Migration) {
            return Optional.of(PredicateType.MIGRATION);
        }
        if (ruling instanceof RulingEvent.Approval) {
            return Optional.of(PredicateType.APPROVAL);
        }
        return ruling instanceof RulingEvent.Window ? Optional.of(PredicateType.WINDOW) : Optional.empty();
    }

    private static Optional<Statement> pass(PredicateType gate, Entry entry, RulingBody<?, ?> body) {
        ChangeBody change = body.change();
        boolean opens = "pass".equals(body.decision()) && body.opensDeploy();
        if (!opens || change == null || change.commit() == null || change.repository() == null) {
            return Optional.empty();
        }
        Map<String, Object> said = about(entry);
        said.putAll(Verbatim.members(entry, OF_PASS));
        String tree = Known.map(change.tree(), TreeBody::sha);
        return Optional.of(
                Statement.of(code(change.repository().text(), change.commit().sha(), tree), gate, said));
    }

    private static Optional<Statement> deploy(Recorded<DeployEvent.End> recorded) {
        DeploymentBody body = recorded.event().body();
        if (body.commit() == null || body.commit().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> said = about(recorded.entry());
        said.put("result", DeployState.of(recorded.event()).word());
        said.putAll(Verbatim.members(recorded.entry(), OF_DEPLOY));
        return Optional.of(
                Statement.of(code(body.repository(), body.commit(), body.tree()), PredicateType.DEPLOY, said));
    }

    private static List<Statement.Subject> code(String repository, String commit, @Nullable String tree) {
        List<Statement.Subject> subjects = new ArrayList<>();
        subjects.add(new Statement.Subject(repository + " commit", Map.of("gitCommit", commit)));
        if (tree != null && !tree.isEmpty()) {
            subjects.add(new Statement.Subject(repository + " tree", Map.of("gitTree", tree)));
        }
        return subjects;
    }

    private static Map<String, Object> about(Entry entry) {
        Map<String, Object> said = new TreeMap<>();
        said.put("entry", Map.of("sequence", entry.sequence(), "sha256", entry.hash()));
        said.put("at", entry.at().toString());
        said.put("actor", entry.actor());
        return said;
    }
}
