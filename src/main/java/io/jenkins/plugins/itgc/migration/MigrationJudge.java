package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.migration.ChangedFile.Kind;
import io.jenkins.plugins.itgc.migration.Requirement.State;
import java.util.ArrayList;
import java.util.List;

/** Judges whether every target holds what the change needs. A pure function. */
public final class MigrationJudge {
    private static final int MOST_FINDINGS = 20;

    private final MigrationPolicy policy;

    public MigrationJudge(MigrationPolicy policy) {
        this.policy = policy;
    }

    public Explanation judge(MigrationEvidence evidence) {
        String name = "Migrations of " + policy.database();
        if (evidence.files().isEmpty()) {
            return Explanation.pass(name, "The change has no migrations for " + policy.database() + ".");
        }
        List<Explanation> rules = new ArrayList<>();
        rules.add(files(evidence));
        evidence.targets().forEach(target -> rules.add(target(target)));
        if (evidence.targets().size() != policy.targets().size()) {
            rules.add(Explanation.unknown("Targets", notAllAsked()));
        }
        Explanation all = Explanation.all(name, rules);
        String summary = all.outcome() == Outcome.PASS
                ? "All " + evidence.targets().size() + " targets hold the " + evidence.files().size()
                        + " migrations of the change."
                : firstOf(all);
        return new Explanation(name, all.outcome(), summary, all.findings(), all.children());
    }

    private static String firstOf(Explanation all) {
        return all.allFindings().get(0).what();
    }

    private Finding notAllAsked() {
        return new Finding(
                "migration.not-all-asked",
                "Not every target of " + policy.database() + " was asked.",
                policy.database(),
                null,
                "Try again; if it stays so, ask an administrator.");
    }

    /** A file that was there before must stay as it is, whatever tool runs it: what ran cannot be unrun. */
    private Explanation files(MigrationEvidence evidence) {
        List<Finding> findings = evidence.files().stream()
                .filter(file -> removed(file) || edited(file))
                .map(this::finding)
                .toList();
        return findings.isEmpty()
                ? Explanation.pass("Files", "The change brings " + evidence.files().size() + " migration files.")
                : Explanation.refuse("Files", findings);
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
        String what =
                switch (file.kind()) {
                    case REMOVED -> "The migration " + path + " was deleted.";
                    case RENAMED -> "The migration " + path + " was renamed to " + file.path() + ".";
                    default -> "The migration " + path + " was edited after it was deployed.";
                };
        return new Finding(
                "migration." + file.kind().name().toLowerCase(java.util.Locale.ROOT),
                what,
                path,
                null,
                "Put it back as it was, and bring the change as a new migration.");
    }

    private Explanation target(TargetState state) {
        String rule = "Target " + state.target();
        if (state.unreachable() != null) {
            return Explanation.unknown(rule, new Finding(
                    "migration.unreachable",
                    "The target " + state.target() + " could not be asked: " + state.unreachable(),
                    state.target(),
                    null,
                    "See that the database can be reached with the read-only account; it is asked again."));
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

    private static String held(TargetState state) {
        String warnings = state.warnings().isEmpty() ? "" : " Warning: " + String.join(" ", state.warnings());
        return "It holds " + state.requirements().size() + " of " + state.requirements().size() + "." + warnings;
    }

    private static String summary(TargetState state, List<Requirement> open) {
        return state.target() + " holds " + (state.requirements().size() - open.size()) + " of "
                + state.requirements().size() + "; first open: " + open.get(0).what() + ".";
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
        String ask = policy.contact().isEmpty() ? "whoever runs migrations" : policy.contact();
        String next =
                switch (requirement.state()) {
                    case MISSING -> "Ask " + ask + " to apply it on " + state.target() + ".";
                    case WRONG -> "Ask " + ask + " to repair " + state.target() + ", or bring a new migration.";
                    default -> "Have it checked by hand, or state what must hold with \"-- itgc:expect SELECT ...\".";
                };
        return new Finding(
                "migration." + requirement.state().name().toLowerCase(java.util.Locale.ROOT),
                state.target() + ": " + requirement.what() + ". " + requirement.detail(),
                state.target(),
                null,
                next);
    }
}
