package io.jenkins.plugins.itgc.deploy;

import static io.jenkins.plugins.itgc.deploy.Requests.ORDERS;
import static io.jenkins.plugins.itgc.deploy.Requests.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last gate as a build meets it: it takes its place, waits for its turn, and only then looks at everything again. */
class DeployGateTest {
    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock();
    private final List<String> looked = new ArrayList<>();
    private Ledger ledger;
    private DeployRegister register;
    private Holds holds;
    private boolean rollback;
    private String earlierEnvironment;
    private boolean onBranch = true;
    private Runnable settling = () -> {};

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        register = new DeployRegister(ledger);
        holds = new Holds(ledger, clock);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Change change(int commit) {
        return Change.ofProduction(
                RepositoryId.parse("acme/orders"),
                new CommitId(Requests.sha(commit)),
                new TreeId(Requests.sha(100 + commit)),
                List.of(12),
                "production");
    }

    private Explanation fresh = Explanation.pass(Message.text("All"), Message.text("Fine."));
    private final List<String> askedAgain = new ArrayList<>();

    private DeployGate gate(int commit, String build) {
        DeployNews wanted = Requests.of(ORDERS, commit, build, rollback);
        DeployGate.Sources sources = new DeployGate.Sources(
                register,
                holds,
                () -> {
                    int before = register.open().size();
                    settling.run();
                    return register.open().size() < before;
                },
                checks(commit),
                (repository, branch, sha) -> {
                    looked.add(repository + " " + branch + " " + sha.sha());
                    return onBranch;
                });
        return new DeployGate(
                change(commit),
                new DeployGate.Turn(wanted, "7"),
                new ScriptOrigin("orders", false, null),
                new DeployGate.Rules(
                        "master", RequiredPass.of("review", "window"), earlierEnvironment, DeployingJobs.ANY),
                sources);
    }

    private GateChecks checks(int commit) {
        return new GateChecks() {
            @Override
            public GateCheck check(RequiredPass required) {
                looked.add(required.toString());
                RecordedPass pass = new RecordedPass(
                        required.gate(),
                        required.part(),
                        "1:aa",
                        change(commit),
                        "orders",
                        true,
                        new Grounds(Map.of()),
                        List.of(),
                        List.of());
                return new GateCheck(required, pass, fresh, Set.of());
            }

            @Override
            public void askAgain(RequiredPass required) {
                askedAgain.add(required.toString());
            }

            @Override
            public Set<Topic> topics() {
                return fresh.outcome() == Outcome.WAIT ? Set.of(new Topic("approval:x")) : Set.of();
            }
        };
    }

    private Decision decided(DeployGate gate) throws InterruptedException {
        return gate.rule(clock).ruling().decision();
    }

    private void waits(DeployGate gate, String code) throws InterruptedException {
        Gate.Judgement<DeployEvidence> judged = gate.rule(clock);
        assertThat(judged.ruling().decision()).isInstanceOf(Decision.Wait.class);
        assertThat(judged.ruling().explanation().allFindings())
                .extracting(Finding::code)
                .contains(code);
        assertThat(looked).as("nothing is looked at before its turn").isEmpty();
    }

    private void deployed(DeployTarget target, int commit, Duration lasted) {
        String deploy = register.request(Requests.of(target, commit, "earlier#" + commit, false), "7")
                .deploy();
        register.start(deploy);
        clock.turn(lasted);
        register.end(deploy, DeployState.SUCCEEDED, null);
    }

    @Test
    void passesWhenItIsItsTurnAndEverythingStands() throws Exception {
        DeployGate gate = gate(1, "orders#1");

        assertThat(decided(gate)).isInstanceOf(Decision.Pass.class);
        assertThat(looked).containsExactly("review", "window", "acme/orders master " + Requests.sha(1));
        assertThat(register.queue(ORDERS)).singleElement().satisfies(deploy -> assertThat(deploy.build())
                .isEqualTo("orders#1"));
        assertThat(gate.name()).isEqualTo("deploy");
        assertThat(gate.subject()).isEqualTo(change(1));
        assertThat(gate.restsOn(gate.gather())).isEmpty();
    }

    @Test
    void refusesACommitThatIsNoLongerOnTheProductionBranch() throws Exception {
        onBranch = false;

        assertThat(decided(gate(1, "orders#1"))).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void takesOnePlaceHoweverOftenItAsks() throws Exception {
        decided(gate(1, "orders#1"));
        decided(gate(1, "orders#1"));

        assertThat(register.queue(ORDERS)).hasSize(1);
    }

    @Test
    void aLookTakesNoPlace() throws Exception {
        assertThat(gate(1, "orders#1").look(clock).ruling().decision()).isInstanceOf(Decision.Wait.class);

        assertThat(register.queue(ORDERS)).isEmpty();
    }

    @Test
    void waitsBehindWhoCameFirstAndTellsForHowLong() throws Exception {
        deployed(ORDERS, 50, Duration.ofMinutes(10));
        register.request(Requests.of(2, "orders#2"), "7");
        String third = register.request(Requests.of(3, "orders#3"), "7").deploy();

        DeployGate gate = gate(4, "orders#4");
        waits(gate, "deploy.queue");

        DeployEvidence evidence = gate.gather();
        assertThat(evidence.ahead()).extracting(DeployEvidence.Ahead::build).containsExactly("orders#2", "orders#3");
        assertThat(evidence.ahead().get(1))
                .isEqualTo(new DeployEvidence.Ahead(third, "orders#3", DeployState.REQUESTED));
        assertThat(evidence.expectedWait()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void expectsNoWaitWhenNobodyIsAheadOrNothingIsKnown() throws Exception {
        deployed(ORDERS, 50, Duration.ofMinutes(10));
        decided(gate(1, "orders#1"));
        assertThat(gate(1, "orders#1").gather().expectedWait()).isNull();

        register.request(Requests.of(STAGING, 1, "staging#1", false), "7");
        assertThat(gate(1, "orders#1").gather().ahead())
                .as("another target has a queue of its own")
                .isEmpty();
    }

    @Test
    void goesOnAtOnceWhenATurnIsFreed() throws Exception {
        String dead = register.request(Requests.of(2, "orders#2"), "7").deploy();
        register.start(dead);
        decided(gate(1, "orders#1"));
        looked.clear();

        settling = () -> register.end(dead, DeployState.ABORTED, Message.text("Its build is gone."));

        assertThat(decided(gate(1, "orders#1"))).isInstanceOf(Decision.Pass.class);
    }

    @Test
    void isNoGateOfADeployThatHasEnded() throws Exception {
        decided(gate(1, "orders#1"));
        String deploy = register.queue(ORDERS).get(0).deploy();
        register.start(deploy);
        register.end(deploy, DeployState.SUCCEEDED, null);

        assertThatIllegalStateException().isThrownBy(() -> gate(1, "orders#1").gather());
    }

    @Test
    void waitsWhileTheTargetIsHeld() throws Exception {
        holds.place(new Hold("production", null, "mia", "Incident 42", null));

        waits(gate(1, "orders#1"), "deploy.held");

        assertThat(gate(1, "orders#1").gather().hold().reason()).isEqualTo("Incident 42");
    }

    @Test
    void waitsForTheEnvironmentBeforeIt() throws Exception {
        earlierEnvironment = "staging";
        deployed(STAGING, 2, Duration.ofMinutes(1));
        waits(gate(1, "orders#1"), "deploy.order");

        deployed(STAGING, 1, Duration.ofMinutes(1));

        assertThat(decided(gate(1, "orders#1"))).isInstanceOf(Decision.Pass.class);
    }

    @Test
    void goesBackOnlyToWhatWasDeployedWithSuccessHereAndWithoutTheEnvironmentBefore() throws Exception {
        rollback = true;
        earlierEnvironment = "staging";
        assertThat(decided(gate(1, "orders#1"))).isInstanceOf(Decision.Refuse.class);
        register.end(register.queue(ORDERS).get(0).deploy(), DeployState.ABORTED, null);

        deployed(ORDERS, 1, Duration.ofMinutes(1));
        String good = register.good(ORDERS, Requests.sha(1)).orElseThrow().deploy();

        assertThat(decided(gate(1, "orders#2"))).isInstanceOf(Decision.Pass.class);
        assertThat(gate(1, "orders#2").gather().rollback().deploy()).isEqualTo(good);
    }

    @Test
    void listensToItsQueueItsHoldsAndTheEnvironmentBeforeIt() {
        assertThat(gate(1, "orders#1").topics())
                .containsExactlyInAnyOrder(new Topic("queue:production/orders"), new Topic("hold:production"));
        earlierEnvironment = "staging";
        assertThat(gate(1, "orders#1").topics())
                .containsExactlyInAnyOrder(
                        new Topic("queue:production/orders"),
                        new Topic("hold:production"),
                        new Topic("queue:staging/orders"));
    }

    @Nested
    class BeforeTheQueue {
        private final ScriptOrigin replayed = new ScriptOrigin("orders", true, null);
        private final DeployGate.Rules rules =
                new DeployGate.Rules("master", RequiredPass.of("review"), null, new DeployingJobs(List.of("orders")));

        private ScriptGate gate(ScriptOrigin script) {
            return new ScriptGate(new ScriptGate.Question(change(1), ORDERS, false, script), rules);
        }

        @Test
        void aScriptThatMayNotDeployIsRefused() throws Exception {
            assertThat(gate(replayed).refuses()).isTrue();
            assertThat(gate(replayed).rule(clock).ruling().decision()).isInstanceOf(Decision.Refuse.class);
            assertThat(gate(replayed).name()).isEqualTo("deploy");
            assertThat(gate(replayed).topics()).isEmpty();
            assertThat(gate(replayed).subject()).isEqualTo(change(1));
        }

        @Test
        void aScriptThatMayDeployOpensNothingByItself() throws Exception {
            ScriptOrigin fine = new ScriptOrigin("orders", false, null);

            assertThat(gate(fine).refuses()).isFalse();
            assertThat(gate(fine).rule(clock).ruling().decision())
                    .isInstanceOfSatisfying(Decision.Pass.class, pass -> assertThat(pass.opensDeploy())
                            .isFalse());
        }

        @Test
        void theRefusalOfAScriptStandsInTheLedger() throws Exception {
            RulingBody<?, ?> body = DeployWire.scriptEvent(gate(replayed).rule(clock), rules, "orders")
                    .body();

            same(body.evidence(), """
                    {"ahead": [], "change": %s, "deploy": null, "earlier": null, "expectedWait": null, "hold": null,
                     "rollback": null, "script": {"head": null, "job": "orders", "repeated": true},
                     "target": {"environment": "production", "service": "orders"}, "verification": null}""".formatted(CHANGE));
            same(body.policy(), """
                    {"earlierEnvironment": null, "jobs": {"patterns": ["orders"]}, "productionBranch": "master",
                     "requiredGates": ["review"]}""");
            assertThat(body.service()).isEqualTo("orders");

            ScriptGate back = new ScriptGate(new ScriptGate.Question(change(1), ORDERS, true, replayed), rules);
            assertThat(CanonicalJson.of(DeployWire.scriptEvent(back.rule(clock), rules, null)
                            .body()
                            .evidence()))
                    .contains("\"rollback\":{\"deploy\":null}");
        }
    }

    private static final String CHANGE = """
            {"commit": {"sha": "0000000000000000000000000000000000000001"}, "environment": "production",
             "pullRequests": [12], "repository": {"name": "orders", "owner": "acme"},
             "tree": {"sha": "0000000000000000000000000000000000000065"}}""";

    /** An approval may become too old while the deploy waits for its turn, and nobody else would ask for another. */
    @Test
    void aGateThatWaitsAgainAsksAgain() throws Exception {
        Finding missing = Finding.of("deploy.not-verified", "orders", null);
        fresh = Explanation.wait(Message.text("All"), missing);
        DeployGate gate = gate(1, "orders#1");

        assertThat(decided(gate)).isInstanceOfSatisfying(Decision.Wait.class, wait -> assertThat(wait.wakeOn())
                .contains(new Topic("approval:x")));
        decided(gate);
        assertThat(askedAgain).isNotEmpty().containsOnly("review", "window");

        askedAgain.clear();
        gate.look(clock);
        assertThat(askedAgain).as("a look writes nothing").isEmpty();
        fresh = Explanation.refuse(Message.text("All"), missing);
        decided(gate);
        assertThat(askedAgain).as("what is refused is not asked again").isEmpty();
    }

    private static void same(Object kept, String expected) throws Exception {
        assertThat(CanonicalJson.of(kept)).isEqualTo(CanonicalJson.of(new JsonMapper().readTree(expected)));
    }

    @Test
    void everythingItWasJudgedOnStandsInTheLedger() throws Exception {
        RecordedPass pass = new RecordedPass(
                "review",
                null,
                "1:aa",
                change(1),
                "orders",
                true,
                new Grounds(Map.of("commit", "1:bb")),
                List.of(new DeployNews.PullRequest(
                        12, "Faster", "https://x/12", "alice", "bob", "2026-10-01T11:00:00Z")),
                List.of(new DeployNews.Ticket("jira", "OPS-7", "Faster", "https://x/OPS-7")));
        GateCheck checked = new GateCheck(
                new RequiredPass("review", null),
                pass,
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of("reviews acme/orders#12", "labels acme/orders#12"));
        DeployEvidence evidence = new DeployEvidence(
                change(1),
                ORDERS,
                "9",
                new ScriptOrigin(
                        "orders",
                        false,
                        new ScriptOrigin.Head(
                                true,
                                "master",
                                RepositoryId.parse("acme/orders"),
                                change(1).commit(),
                                true)),
                List.of(new DeployEvidence.Ahead("8", "orders#8", DeployState.STARTED)),
                Duration.ofMinutes(7),
                new Hold("production", "orders", "mia", "Incident 42", Instant.parse("2026-10-02T00:00:00Z")),
                new DeployEvidence.Earlier("staging", true),
                new DeployEvidence.Rollback("3"),
                new DeployEvidence.Verification(
                        List.of(checked, GateCheck.missing(new RequiredPass("migration", "orders"))), "master", true));
        Finding finding = Finding.of("deploy.not-verified", "orders", null);
        Ruling ruling = new Ruling(
                "deploy",
                change(1),
                new Decision.Refuse(List.of(finding)),
                Explanation.refuse(Message.text("rule"), finding));
        DeployGate.Rules rules =
                new DeployGate.Rules("master", RequiredPass.of("review"), "staging", DeployingJobs.ANY);

        RulingBody<?, ?> body = DeployWire.event(
                        new Gate.Judgement<>(ruling, evidence), rules, "orders", Map.of("x", "1:aa"))
                .body();

        same(body.evidence(), """
                {"ahead": [{"build": "orders#8", "deploy": "8", "state": "STARTED"}],
                 "change": %1$s,
                 "deploy": "9",
                 "earlier": {"environment": "staging", "reached": true},
                 "expectedWait": "PT7M",
                 "hold": {"environment": "production", "owner": "mia", "reason": "Incident 42", "service": "orders",
                   "until": "2026-10-02T00:00:00Z"},
                 "rollback": {"deploy": "3"},
                 "script": {
                   "head": {"branch": true, "commit": {"sha": "0000000000000000000000000000000000000001"},
                     "judged": true, "name": "master", "repository": {"name": "orders", "owner": "acme"}},
                   "job": "orders", "repeated": false},
                 "target": {"environment": "production", "service": "orders"},
                 "verification": {
                   "branch": "master", "onBranch": true,
                   "gates": [
                     {"changed": ["labels acme/orders#12", "reviews acme/orders#12"],
                      "fresh": {"children": [], "findings": [], "name": {"arguments": ["All"], "code": "gate.text"},
                        "outcome": "PASS", "reason": {"arguments": ["Fine."], "code": "gate.text"}, "rule": "All",
                        "summary": "Fine."},
                      "gate": "review",
                      "recorded": {
                        "change": %1$s,
                        "evidenceId": "1:aa", "gate": "review", "grounds": {"hashes": {"commit": "1:bb"}},
                        "opensDeploy": true,
                        "pullRequests": [
                          {"author": "alice", "mergedAt": "2026-10-01T11:00:00Z", "mergedBy": "bob", "number": 12,
                           "title": "Faster", "url": "https://x/12"}],
                        "service": "orders",
                        "tickets": [
                          {"key": "OPS-7", "title": "Faster", "tracker": "jira", "url": "https://x/OPS-7"}]}},
                     {"changed": [], "fresh": null, "gate": "migration", "part": "orders", "recorded": null}]}}""".formatted(CHANGE));
        same(body.policy(), """
                {"earlierEnvironment": "staging", "jobs": {"patterns": []}, "productionBranch": "master",
                 "requiredGates": ["review"]}""");
        assertThat(body.grounds()).isEqualTo(Map.of("x", "1:aa"));
        assertThat(body.service()).isEqualTo("orders");
        assertThat(DeployWire.event(new Gate.Judgement<>(ruling, null), rules, null, Map.of())
                        .body()
                        .evidence())
                .isNull();
    }
}
