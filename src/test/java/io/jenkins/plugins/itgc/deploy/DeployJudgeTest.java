package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A deploy of acme/orders that may begin. Change one thing. */
class DeployJudgeTest {
    private static final Finding SHUT =
            new Finding("window.closed", Message.text("It is closed."), "production", null, Message.text("Wait."));

    private Change change = change(1);
    private ScriptOrigin script = new ScriptOrigin("orders", false, null);
    private List<DeployEvidence.Ahead> ahead = List.of();
    private Hold hold;
    private DeployEvidence.Earlier earlier;
    private DeployEvidence.Rollback rollback;
    private boolean onBranch = true;
    private boolean verified = true;
    private List<GateCheck> checks = new ArrayList<>(List.of(check("review"), check("window")));
    private static final RequiredPass REVIEW = new RequiredPass("review", null);
    private static final RequiredPass ORDERS_DATABASE = new RequiredPass("migration", "orders");
    private static final RequiredPass STATS_DATABASE = new RequiredPass("migration", "stats");

    private List<RequiredPass> required = RequiredPass.of("review", "window");

    private static Change change(int commit) {
        return Change.ofProduction(
                RepositoryId.parse("acme/orders"),
                new CommitId(Requests.sha(commit)),
                new TreeId(Requests.sha(100 + commit)),
                List.of(12),
                "production");
    }

    private static RecordedPass pass(String gate, Change change, String service, boolean opensDeploy) {
        return pass(new RequiredPass(gate, null), change, service, opensDeploy);
    }

    private static RecordedPass pass(RequiredPass of, Change change, String service, boolean opensDeploy) {
        return new RecordedPass(
                of.gate(),
                of.part(),
                "1:aa",
                change,
                service,
                opensDeploy,
                new Grounds(Map.of()),
                List.of(),
                List.of());
    }

    private static GateCheck check(String gate) {
        return check(
                pass(gate, change(1), "orders", true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of());
    }

    private static GateCheck check(RecordedPass pass, Explanation fresh, Set<String> changed) {
        return new GateCheck(new RequiredPass(pass.gate(), pass.part()), pass, fresh, changed);
    }

    private Explanation judge() {
        DeployEvidence.Verification verification =
                verified ? new DeployEvidence.Verification(checks, "master", onBranch) : null;
        DeployEvidence evidence = new DeployEvidence(
                change,
                Requests.ORDERS,
                "9",
                script,
                ahead,
                Duration.ofMinutes(7),
                hold,
                earlier,
                rollback,
                verification);
        return new DeployJudge(new DeployGate.Rules("master", required, null, DeployingJobs.ANY)).judge(evidence);
    }

    private void becomes(Outcome outcome, String code) {
        Explanation explanation = judge();
        assertThat(explanation.outcome()).isEqualTo(outcome);
        assertThat(explanation.allFindings()).extracting(Finding::code).contains(code);
    }

    private void reviewIs(GateCheck check) {
        checks.set(0, check);
    }

    /** With two databases a pass of one of them would else open the deploy. */
    @Test
    void refusesWhenTheMigrationsOfOneDatabasePassedAndThoseOfAnotherDidNot() {
        required = List.of(REVIEW, ORDERS_DATABASE, STATS_DATABASE);
        GateCheck stats = check(
                pass(STATS_DATABASE, change(1), "orders", true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of());
        checks = List.of(check("review"), stats);

        becomes(Outcome.REFUSE, "deploy.gate-missing");

        assertThat(judge().allFindings())
                .extracting(finding -> finding.problem().english())
                .anyMatch(what -> what.contains("migration (orders)"));
    }

    @Test
    void passesWhenEverythingStands() {
        assertThat(judge().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void refusesAScriptThatMayNotCarryItOut() {
        script = new ScriptOrigin("orders", true, null);

        becomes(Outcome.REFUSE, "deploy.replayed");
    }

    @Test
    void waitsForItsTurnAndSaysWhichPlaceAndHowLong() {
        verified = false;
        ahead = List.of(
                new DeployEvidence.Ahead("7", "orders#7", DeployState.STARTED),
                new DeployEvidence.Ahead("8", "orders#8", DeployState.REQUESTED));

        becomes(Outcome.WAIT, "deploy.queue");
        assertThat(judge().allFindings().get(0).what())
                .contains("Place 3 in the queue of orders in production")
                .doesNotContain("orders#8")
                .contains("7 minutes");
    }

    @Test
    void waitsWhileSomebodyHoldsAndSaysWhoAndWhy() {
        verified = false;
        hold = new Hold("production", null, "mia", "Incident 42", null);

        becomes(Outcome.WAIT, "deploy.held");
        assertThat(judge().allFindings().get(0).what()).contains("mia").contains("Incident 42");
    }

    @Test
    void waitsForTheEnvironmentBefore() {
        verified = false;
        earlier = new DeployEvidence.Earlier("staging", false);

        becomes(Outcome.WAIT, "deploy.order");
    }

    @Test
    void passesAfterTheEnvironmentBefore() {
        earlier = new DeployEvidence.Earlier("staging", true);

        assertThat(judge().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void refusesAMissingGate() {
        checks.remove(1);

        becomes(Outcome.REFUSE, "deploy.gate-missing");
    }

    @Test
    void refusesAPassOfAnotherCommit() {
        reviewIs(check(
                pass("review", change(2), "orders", true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of()));

        becomes(Outcome.REFUSE, "deploy.other-change");
    }

    @Test
    void refusesAPassOfAnotherService() {
        reviewIs(check(
                pass("review", change(1), "payments", true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of()));

        becomes(Outcome.REFUSE, "deploy.other-change");
    }

    @Test
    void refusesAPassOutsideADeploy() {
        reviewIs(check(
                pass("review", change(1), null, true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of()));

        becomes(Outcome.REFUSE, "deploy.other-change");
    }

    @Test
    void refusesAPassForAnotherEnvironment() {
        Change staging =
                Change.ofProduction(change.repository(), change.commit(), change.tree(), List.of(12), "staging");
        reviewIs(check(
                pass("review", staging, "orders", true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of()));

        becomes(Outcome.REFUSE, "deploy.other-change");
    }

    @Test
    void refusesAPassOfAPullRequest() {
        reviewIs(check(
                pass("review", change(1), "orders", false),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of()));

        becomes(Outcome.REFUSE, "deploy.not-production");
    }

    @Test
    void refusesWhenWhatAPassRestedOnHasChangedAndNamesIt() {
        reviewIs(check(
                pass("review", change, "orders", true),
                Explanation.pass(Message.text("All"), Message.text("Fine.")),
                Set.of("reviews acme/orders#12")));

        becomes(Outcome.REFUSE, "deploy.evidence-changed");
        assertThat(judge().allFindings().get(0).what()).contains("the reviews of acme/orders#12");
    }

    @Test
    void refusesWhatAGateRefusesNow() {
        reviewIs(
                check(pass("review", change, "orders", true), Explanation.refuse(Message.text("All"), SHUT), Set.of()));

        becomes(Outcome.REFUSE, "window.closed");
    }

    @Test
    void blocksOnWhatAGateCannotTellNow() {
        reviewIs(check(
                pass("review", change, "orders", true), Explanation.unknown(Message.text("All"), SHUT), Set.of()));

        becomes(Outcome.UNKNOWN, "window.closed");
    }

    @Test
    void waitsWhenAGateWaitsAgain() {
        Explanation closed =
                new Explanation(Message.text("All"), Outcome.WAIT, SHUT.problem(), List.of(SHUT), List.of());
        checks.set(1, check(pass("window", change, "orders", true), closed, Set.of()));

        becomes(Outcome.WAIT, "window.closed");
    }

    @Test
    void blocksOnAGateThatWasNotAskedAgain() {
        reviewIs(check(pass("review", change, "orders", true), null, Set.of()));

        becomes(Outcome.UNKNOWN, "deploy.not-verified");
    }

    @Test
    void blocksWhenNothingWasVerifiedAlthoughNothingIsAhead() {
        verified = false;

        becomes(Outcome.UNKNOWN, "deploy.not-verified");
        earlier = new DeployEvidence.Earlier("staging", true);
        becomes(Outcome.UNKNOWN, "deploy.not-verified");
    }

    @Test
    void refusesACommitThatLeftTheBranch() {
        onBranch = false;

        becomes(Outcome.REFUSE, "deploy.not-on-branch");
    }

    @Test
    void blocksWithoutAnyRequiredGate() {
        required = List.of();

        becomes(Outcome.UNKNOWN, "gate.nothing-judged");
    }

    @Test
    void goesBackToWhatWasDeployedBefore() {
        required = List.of();
        rollback = new DeployEvidence.Rollback("4");

        assertThat(judge().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void refusesToGoBackToWhatNeverWas() {
        required = List.of();
        rollback = new DeployEvidence.Rollback(null);

        becomes(Outcome.REFUSE, "deploy.rollback-unknown");
    }

    @Provide
    Arbitrary<GateCheck> gateChecks() {
        Arbitrary<Explanation> fresh = Arbitraries.of(
                        Explanation.pass(Message.text("All"), Message.text("Fine.")),
                        Explanation.refuse(Message.text("All"), SHUT),
                        Explanation.unknown(Message.text("All"), SHUT))
                .injectNull(0.1);
        return Combinators.combine(
                        Arbitraries.of(REVIEW, ORDERS_DATABASE, STATS_DATABASE, new RequiredPass("migration", null)),
                        Arbitraries.of(1, 1, 1, 2),
                        Arbitraries.of("orders", "orders", "payments"),
                        Arbitraries.of(true, true, false),
                        fresh,
                        Arbitraries.of(Set.<String>of(), Set.<String>of(), Set.of("reviews acme/orders#12")))
                .as((of, commit, service, opens, now, changed) ->
                        check(pass(of, change(commit), service, opens), now, changed));
    }

    /** The oracle is written the other way round: what a deploy needs, not what stops it. */
    @Property(tries = 2000)
    void beginsOnlyWithAStandingPassOfEachRequiredGate(
            @ForAll("allChecks") List<GateCheck> some, @ForAll boolean contained) {
        checks = some;
        onBranch = contained;
        required = List.of(REVIEW, ORDERS_DATABASE, STATS_DATABASE);
        boolean allStand = required.stream().allMatch(wanted -> some.stream()
                .filter(check -> check.required().equals(wanted))
                .findFirst()
                .filter(this::stands)
                .isPresent());

        assertThat(judge().outcome() == Outcome.PASS).isEqualTo(allStand && contained);
    }

    private boolean stands(GateCheck check) {
        return check.recorded().opensDeploy()
                && check.recorded().change().equals(change)
                && check.recorded().service().equals("orders")
                && check.changed().isEmpty()
                && check.fresh() != null
                && check.fresh().outcome() == Outcome.PASS;
    }

    @Provide
    Arbitrary<List<GateCheck>> allChecks() {
        return gateChecks().list().ofMaxSize(5);
    }
}
