package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.migration.ChangedFile.Kind;
import io.jenkins.plugins.itgc.migration.Requirement.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges whether every target holds what the change needs. A pure function. */
public final class MigrationJudge {
    private static final int MOST_FINDINGS = 20;

    private final MigrationPolicy policy;

    /** @param policy of one database */
    public MigrationJudge(MigrationPolicy policy) {
        this.policy = policy;
    }

    /**
     * Whether all targets hold what the change's migration files ask for; a pass when the change has none. Refused when it has one
     * that no database asks for; unknown when not every target was asked.
     */
    public Explanation judge(MigrationEvidence evidence) {
        Message name = Message.of("migration.rule.migrations", policy.database());
        if (!evidence.uncovered().isEmpty()) {
            return Explanation.refuse(name, uncovered(evidence.uncovered()));
        }
        if (evidence.files().isEmpty()) {
            return Explanation.pass(name, Message.of("migration.reason.none", policy.database()));
        }
        List<Explanation> rules = new ArrayList<>();
        rules.add(files(evidence));
        evidence.targets().forEach(target -> rules.add(target(target)));
        if (!asked(evidence).equals(Set.copyOf(policy.targets()))) {
            rules.add(Explanation.unknown(Message.of("migration.rule.targets"), notAllAsked()));
        }
        Explanation all = Explanation.all(name, rules);
        return all.because(
                all.outcome() == Outcome.PASS
                        ? Message.of(
                                "migration.reason.held",
                                evidence.targets().size(),
                                evidence.files().size())
                        : all.allFindings().get(0).problem());
    }

    private static List<Finding> uncovered(List<String> paths) {
        return paths.stream()
                .limit(MOST_FINDINGS)
                .map(path -> Finding.of("migration.uncovered", path, null, path))
                .toList();
    }

    private static Set<String> asked(MigrationEvidence evidence) {
        return evidence.targets().stream().map(TargetState::target).collect(Collectors.toSet());
    }

    private Finding notAllAsked() {
        return Finding.of("migration.not-all-asked", policy.database(), null, policy.database());
    }

    /** A file that was there before must stay as it is, whatever tool runs it: what ran cannot be unrun. */
    private Explanation files(MigrationEvidence evidence) {
        Message rule = Message.of("migration.rule.files");
        List<Finding> findings = evidence.files().stream()
                .filter(file -> removed(file) || edited(file))
                .map(this::finding)
                .toList();
        return findings.isEmpty()
                ? Explanation.pass(
                        rule,
                        Message.of("migration.reason.files", evidence.files().size()))
                : Explanation.refuse(rule, findings);
    }

    private static boolean removed(ChangedFile file) {
        return file.kind() == Kind.REMOVED || file.kind() == Kind.RENAMED;
    }

    /** Repeatable scripts and change logs are made to be edited; their checksums tell whether they ran as they are now. */
    private boolean edited(ChangedFile file) {
        boolean repeatable = policy.tool() == Tool.FLYWAY && file.name().startsWith("R__");
        return file.kind() == Kind.EDITED && !repeatable && policy.tool() != Tool.LIQUIBASE;
    }

    private Finding finding(ChangedFile file) {
        String path = file.previousPath() == null ? file.path() : file.previousPath();
        return switch (file.kind()) {
            case REMOVED -> Finding.of("migration.removed", path, null, path);
            case RENAMED -> Finding.of("migration.renamed", path, null, path, file.path());
            default -> Finding.of("migration.edited", path, null, path);
        };
    }

    private Explanation target(TargetState state) {
        Message rule = Message.of("migration.rule.target", state.target());
        if (state.unreachable() != null) {
            return Explanation.unknown(
                    rule,
                    Finding.of("migration.unreachable", state.target(), null, state.target(), state.unreachable()));
        }
        List<Requirement> open = state.requirements().stream()
                .filter(requirement -> requirement.state() != State.APPLIED)
                .toList();
        if (open.isEmpty()) {
            return Explanation.pass(rule, held(state));
        }
        List<Finding> findings = open.stream()
                .limit(MOST_FINDINGS)
                .map(requirement -> finding(state, requirement))
                .toList();
        Outcome worst = open.stream().map(this::outcome).reduce(Outcome.WAIT, Outcome::and);
        return new Explanation(rule, worst, summary(state, open), findings, List.of());
    }

    private static Message held(TargetState state) {
        int all = state.requirements().size();
        return state.warnings().isEmpty()
                ? Message.of("migration.reason.target-holds", all)
                : Message.of("migration.reason.target-warns", all, state.warnings());
    }

    private static Message summary(TargetState state, List<Requirement> open) {
        int all = state.requirements().size();
        return Message.of(
                "migration.reason.target-lacks",
                state.target(),
                all - open.size(),
                all,
                open.get(0).what());
    }

    private Outcome outcome(Requirement requirement) {
        return switch (requirement.state()) {
            case MISSING -> policy.waits() ? Outcome.WAIT : Outcome.REFUSE;
            case WRONG -> Outcome.REFUSE;
            case UNKNOWN -> Outcome.UNKNOWN;
            case APPLIED -> Outcome.PASS;
        };
    }

    private Finding finding(TargetState state, Requirement requirement) {
        String code =
                switch (requirement.state()) {
                    case MISSING -> "migration.missing";
                    case WRONG -> "migration.wrong";
                    default -> "migration.unknown";
                };
        Message contact =
                policy.contact().isEmpty() ? Message.of("migration.part.contact") : Message.text(policy.contact());
        Message why = Objects.requireNonNull(requirement.why(), "why");
        return Finding.of(code, state.target(), null, state.target(), requirement.what(), why, contact);
    }
}
