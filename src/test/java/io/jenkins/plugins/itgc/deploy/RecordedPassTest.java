package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.MigrationBody;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build says that a gate passed; only the ledger is believed. */
class RecordedPassTest {
    private static final Actor BUILD = Actor.build("orders#1");
    private static final Grounds GROUNDS = Grounds.of(Map.of(Ground.the(Ground.Part.COMMIT), "c"));
    private static final Change CHANGE = Change.ofProduction(
            RepositoryId.parse("acme/orders"),
            new CommitId(Requests.sha(1)),
            new TreeId(Requests.sha(2)),
            List.of(12),
            "production");

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), new TurnedClock());
    }

    private Entry ruled(Decision decision, Explanation explanation) {
        Ruling ruling = new Ruling("review", CHANGE, decision, explanation);
        ReviewBody.Evidence evidence = new ReviewBody.Evidence(
                ChangeBody.of(CHANGE), ReviewBody.Subject.PRODUCTION_COMMIT, List.of(), null, List.of());
        return new EventLog(ledger)
                .append(
                        new RulingEvent.Review(
                                Subject.OfChange.of(CHANGE),
                                RulingBody.of(ruling, "orders", null, evidence, GROUNDS.hashes())),
                        BUILD)
                .entry();
    }

    private Entry passed() {
        return ruled(
                new Decision.Pass(Message.text("Fine."), true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")));
    }

    private Optional<RecordedPass> read(String gate, String evidenceId, Actor actor) {
        return RecordedPass.read(ledger, gate, evidenceId, actor);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(read("review", passed().evidenceId(), BUILD)).hasValueSatisfying(pass -> {
            assertThat(pass.change()).isEqualTo(CHANGE);
            assertThat(pass.service()).isEqualTo("orders");
            assertThat(pass.opensDeploy()).isTrue();
            assertThat(pass.grounds()).isEqualTo(GROUNDS);
        });
    }

    @Test
    void saysOfWhichDatabaseItIs() {
        Ruling ruling = new Ruling(
                "migration",
                CHANGE,
                new Decision.Pass(Message.text("Fine."), true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")));
        MigrationBody.Policy policy = new MigrationBody.Policy(
                "stats", MigrationBody.Tool.SQL, List.of("stats/**"), null, List.of("db1"), "", true);
        MigrationBody.Evidence evidence =
                new MigrationBody.Evidence(ChangeBody.of(CHANGE), null, List.of(), List.of(), List.of());
        Entry entry = new EventLog(ledger)
                .append(
                        new RulingEvent.Migration(
                                Subject.OfChange.of(CHANGE),
                                RulingBody.of(ruling, "orders", policy, evidence, GROUNDS.hashes())),
                        BUILD)
                .entry();

        assertThat(read("migration", entry.evidenceId(), BUILD)).hasValueSatisfying(pass -> {
            assertThat(new RequiredPass("migration", "stats").isGivenBy(pass)).isTrue();
            assertThat(new RequiredPass("migration", "orders").isGivenBy(pass)).isFalse();
            assertThat(new RequiredPass("review", null).isGivenBy(pass)).isFalse();
        });
        assertThat(read("review", passed().evidenceId(), BUILD))
                .hasValueSatisfying(pass -> assertThat(new RequiredPass("review", null).isGivenBy(pass))
                        .isTrue());
    }

    @Test
    void isNotThatOfAnotherBuild() {
        assertThat(read("review", passed().evidenceId(), Actor.build("orders#2")))
                .isEmpty();
    }

    @Test
    void isNotThatOfAnotherGate() {
        assertThat(read("approval", passed().evidenceId(), BUILD)).isEmpty();
    }

    @Test
    void isNotARefusal() {
        Finding finding = new Finding(
                "review.self-approval", Message.text("Alice approved her own."), "pr", null, Message.text("Ask bob."));
        Entry refused = ruled(new Decision.Refuse(List.of(finding)), Explanation.refuse(Message.text("All"), finding));

        assertThat(read("review", refused.evidenceId(), BUILD)).isEmpty();
    }

    @Test
    void isNotFoundUnderAnotherHash() {
        passed();

        assertThat(read("review", "1:" + "0".repeat(64), BUILD)).isEmpty();
    }

    @Test
    void isNotFoundUnderANumberThatNobodyWrote() {
        Entry entry = passed();

        assertThat(read("review", "2:" + entry.hash(), BUILD)).isEmpty();
        assertThat(read("review", entry.hash(), BUILD)).isEmpty();
        assertThat(read("review", "", BUILD)).isEmpty();
        assertThat(read("review", "99999999999999999999:" + entry.hash(), BUILD))
                .isEmpty();
    }

    @Test
    void isNoneWithoutTheCommitItIsFor() {
        Entry odd = ledger.append(new Draft(
                "review.decided",
                "acme/orders@master",
                BUILD.text(),
                Map.of("decision", "pass", "change", Map.of("commit", "master"))));

        assertThat(read("review", odd.evidenceId(), BUILD)).isEmpty();
    }

    @Test
    void isNoneWhereAPullRequestOrATicketIsNotNamed() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("facts", null);
        Map<String, Object> unnamed = Map.of("facts", Map.of("number", 12), "tickets", List.of(Map.of("summary", "x")));
        Map<String, Object> keyless =
                Map.of("facts", Map.of("number", 12), "tickets", List.of(Map.of("key", Map.of("tracker", "jira"))));

        for (Map<String, Object> carried : List.of(nothing, Map.<String, Object>of(), unnamed, keyless)) {
            assertThat(read("review", carrying(carried).evidenceId(), BUILD))
                    .as(String.valueOf(carried))
                    .isEmpty();
        }
        Map<String, Object> whole = Map.of(
                "facts",
                Map.of("number", 12),
                "tickets",
                List.of(Map.of("key", Map.of("tracker", "jira", "key", "OPS-7"))));
        assertThat(read("review", carrying(whole).evidenceId(), BUILD)).isPresent();
    }

    private Entry carrying(Map<String, Object> pullRequest) {
        Map<String, Object> change = Map.of(
                "repository",
                Map.of("owner", "acme", "name", "orders"),
                "commit",
                Map.of("sha", Requests.sha(1)),
                "tree",
                Map.of("sha", Requests.sha(2)),
                "environment",
                "production");
        return ledger.append(new Draft(
                "review.decided",
                "acme/orders@" + Requests.sha(1),
                BUILD.text(),
                Map.of(
                        "gate",
                        "review",
                        "decision",
                        "pass",
                        "change",
                        change,
                        "evidence",
                        Map.of("pullRequests", List.of(pullRequest)))));
    }

    @Test
    void opensNothingUnlessItSaysSo() {
        Entry silent = ruled(
                new Decision.Pass(Message.text("Not a production change."), false),
                Explanation.pass(Message.text("All"), Message.text("Fine.")));

        assertThat(read("review", silent.evidenceId(), BUILD))
                .hasValueSatisfying(pass -> assertThat(pass.opensDeploy()).isFalse());
    }
}
