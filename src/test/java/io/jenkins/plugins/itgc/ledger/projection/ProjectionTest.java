package io.jenkins.plugins.itgc.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the entries add up to. */
class ProjectionTest {
    private static final Map<String, ?> PLAIN = Map.of();
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final DeployEntries entries = new DeployEntries(new MemoryLedger());
    private Projection projection;

    @BeforeEach
    void open() {
        projection = Projection.open(folder.resolve("projection.db"), entries.ledger);
    }

    private List<Long> found(DeployFilter filter) {
        return found(filter, Scope.ALL);
    }

    private List<Long> found(DeployFilter filter, Scope scope) {
        projection.catchUp();
        return projection.deploys().find(filter, scope, 50).stream()
                .map(Deploy::id)
                .toList();
    }

    private static DeployFilter text(String text) {
        return new DeployFilter(null, null, null, null, text, null, null, null, null);
    }

    private Deploy deploy(long id) {
        projection.catchUp();
        return projection.deploys().byId(id, Scope.ALL).orElseThrow();
    }

    private Metrics.Report report() {
        projection.catchUp();
        return projection.metrics().of(new Metrics.Span(null, null, LONG_AGO, FAR), Scope.ALL);
    }

    @Test
    void tellsADeployFromItsRequestToItsEnd() {
        long id = entries.deploy("orders", "production", "succeeded", PLAIN);

        assertThat(deploy(id).result()).isEqualTo("succeeded");
        assertThat(deploy(id).requestedAt()).isBefore(deploy(id).startedAt());
        assertThat(deploy(id).startedAt()).isBefore(deploy(id).finishedAt());
        assertThat(deploy(id).body().tickets().get(0).key()).isEqualTo("OPS-7");
    }

    @Test
    void countsADeployWhoseRequestIsMissing() {
        entries.ledger.append(
                "deploy.succeeded", "orders in production", "jenkins", Map.of("commit", DeployEntries.COMMIT));

        assertThat(deploy(1).service()).isEqualTo("orders");
        assertThat(deploy(1).environment()).isEqualTo("production");
        assertThat(deploy(1).result()).isEqualTo("succeeded");
    }

    @Test
    void findsByEachFilter() {
        long orders = entries.deploy("orders", "production", "succeeded", PLAIN);
        long billing = entries.deploy("billing", "staging", "failed", Map.of("startedBy", "Zoe", "tickets", List.of()));

        assertThat(found(DeployFilter.NONE)).containsExactly(billing, orders);
        assertThat(found(DeployFilter.place("orders", null))).containsExactly(orders);
        assertThat(found(DeployFilter.place(null, "staging"))).containsExactly(billing);
        assertThat(found(new DeployFilter(null, null, "zoe", null, null, null, null, null, null)))
                .containsExactly(billing);
        assertThat(found(new DeployFilter(null, null, null, "ops-7", null, null, null, null, null)))
                .containsExactly(orders);
        assertThat(found(new DeployFilter(null, null, "alice", "OPS-7", "refund", "succeeded", LONG_AGO, FAR, null)))
                .containsExactly(orders);
        assertThat(found(new DeployFilter(null, null, null, null, null, "failed", null, null, null)))
                .containsExactly(billing);
        assertThat(found(new DeployFilter(null, null, null, null, null, null, null, LONG_AGO, null)))
                .isEmpty();
        assertThat(found(new DeployFilter(null, null, null, null, null, null, FAR, null, null)))
                .isEmpty();
        assertThat(found(DeployFilter.NONE.before(billing))).containsExactly(orders);
    }

    @Test
    void findsOnceWhoHadTwoRoles() {
        long id = entries.deploy("orders", "production", "succeeded", Map.of("startedBy", "alice"));

        assertThat(found(new DeployFilter(null, null, "alice", null, null, null, null, null, null)))
                .containsExactly(id);
    }

    @Test
    void searchesWordsByTheirBeginningAndJapaneseByAnyPart() {
        long id = entries.deploy("orders", "production", "succeeded", PLAIN);

        for (String typed : List.of(
                "refu", "REFUND step", "返金", "金処", "処", "ops-7", "ops-", "acme/orders", "customers 返金", "#12")) {
            assertThat(found(text(typed))).as(typed).containsExactly(id);
        }
        for (String typed :
                List.of("efund", "金返", "ops-8", "refund nowhere", "\"", "* NOT zebra", "NEAR(", "words:x", "()")) {
            assertThat(found(text(typed))).as(typed).isEmpty();
        }
    }

    @Test
    void hidesWhatIsOutOfScope() {
        long id = entries.deploy("orders", "production", "succeeded", PLAIN);
        projection.catchUp();
        Scope nothing = Scope.of(List.of());
        assertThat(projection.deploys().open(nothing)).isEmpty();
        assertThat(projection.deploys().current(nothing)).isEmpty();
        Scope other = Scope.of(List.of(999L));

        for (Scope scope : List.of(nothing, other)) {
            assertThat(found(DeployFilter.NONE, scope)).isEmpty();
            assertThat(found(text("refund"), scope)).isEmpty();
            assertThat(projection.deploys().byId(id, scope)).isEmpty();
            assertThat(projection.deploys().current(scope)).isEmpty();
            assertThat(projection.jobs().places(scope)).isEmpty();
            assertThat(projection
                            .metrics()
                            .of(new Metrics.Span(null, null, LONG_AGO, FAR), scope)
                            .finished())
                    .isZero();
        }
        Scope own = Scope.of(List.of(projection.jobs().all().get(0).id()));
        assertThat(found(DeployFilter.NONE, own)).containsExactly(id);
    }

    @Test
    void waitsUntilTheGateOpensOrTheDeployEnds() {
        entries.ruling("window", "wait", "orders/master#1", DeployEntries.COMMIT);
        entries.ruling("window", "unknown", "orders/master#1", DeployEntries.COMMIT);
        projection.catchUp();

        Rulings.Wait wait = projection.rulings().waiting(Scope.ALL).get(0);
        assertThat(wait.decision()).isEqualTo("unknown");
        assertThat(wait.since()).isEqualTo(entries.ledger.entries(0, 1).get(0).at());

        entries.ruling("window", "pass", "orders/master#1", DeployEntries.COMMIT);
        entries.ruling("review", "wait", "orders/master#1", DeployEntries.COMMIT);
        entries.deploy("orders", "production", "aborted", PLAIN);
        assertThat(report().waits().get("window").median()).isEqualTo(120_000);
        assertThat(report().waits()).doesNotContainKey("review").containsKey("queue");
        assertThat(projection.rulings().waiting(Scope.ALL)).isEmpty();
    }

    @Test
    void tellsOnlyTheLastThatAGateSaidToABuild() {
        entries.ruling("window", "wait", "orders/master#1", DeployEntries.COMMIT);
        entries.ruling("review", "pass", "orders/master#1", DeployEntries.COMMIT);
        entries.ruling("window", "pass", "orders/master#1", DeployEntries.COMMIT);
        entries.ruling("window", "refuse", "orders/master#2", DeployEntries.COMMIT);
        projection.catchUp();

        assertThat(projection.rulings().ofBuild("orders/master#1"))
                .extracting(Ruling::gate, Ruling::decision)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("review", "pass"),
                        org.assertj.core.groups.Tuple.tuple("window", "pass"));
    }

    @Test
    void countsAFailureItsRestoreAndTheRework() {
        long bad = entries.deploy("orders", "production", "failed", PLAIN);
        long fix = entries.deploy("orders", "production", "succeeded", PLAIN);
        long next = entries.deploy("orders", "production", "succeeded", PLAIN);

        assertThat(deploy(bad).failed()).isTrue();
        assertThat(deploy(bad).restoreMillis()).isEqualTo(10 * 60_000L);
        assertThat(deploy(fix).rework()).isTrue();
        assertThat(deploy(next).rework()).isFalse();
        assertThat(report().failed()).isEqualTo(1);
        assertThat(report().rework()).isEqualTo(1);
        assertThat(report().restore().count()).isEqualTo(1);
    }

    @Test
    void countsARollbackAgainstWhatItTookBack() {
        long good = entries.deploy("orders", "production", "succeeded", Map.of("commit", "a".repeat(40)));
        long bad = entries.deploy("orders", "production", "succeeded", Map.of("commit", "b".repeat(40)));
        entries.deploy("billing", "production", "succeeded", PLAIN);
        long back =
                entries.deploy("orders", "production", "succeeded", Map.of("commit", "a".repeat(40), "rollback", true));

        assertThat(deploy(bad).undoneBy()).isEqualTo(back);
        assertThat(deploy(bad).failed()).isTrue();
        assertThat(deploy(bad).restoreMillis()).isPositive();
        assertThat(deploy(good).failed()).isFalse();
        assertThat(deploy(back).rework()).isTrue();
        assertThat(report().rollbacks()).isEqualTo(1);
        assertThat(report().days()).singleElement().satisfies(day -> {
            assertThat(day.succeeded()).isEqualTo(3);
            assertThat(day.failed()).isEqualTo(1);
        });
        assertThat(report().failed()).isEqualTo(1);
    }

    @Test
    void leavesAbortedDeploysOutOfTheNumbers() {
        entries.deploy("orders", "production", "aborted", PLAIN);

        assertThat(report().finished()).isZero();
        assertThat(report().aborted()).isEqualTo(1);
        assertThat(report().failed()).isZero();
    }

    @Test
    void measuresLeadTimeFromTheMergeElseFromTheFirstJudgement() {
        Instant merged = entries.ledger.clock.instant();
        entries.ruling("review", "pass", "orders/master#1", DeployEntries.COMMIT);
        long judged = entries.deploy("orders", "production", "succeeded", PLAIN);
        Map<String, ?> pullRequests = Map.of(
                "pullRequests",
                List.of(
                        Map.of("number", 1, "mergedAt", merged.minusSeconds(60).toString()),
                        Map.of("number", 2, "mergedAt", merged.toString())));
        long fromMerge = entries.deploy("orders", "production", "succeeded", pullRequests);

        assertThat(deploy(judged).leadFrom()).isEqualTo("judged");
        assertThat(deploy(judged).leadMillis()).isEqualTo(3 * 60_000L);
        assertThat(deploy(fromMerge).leadFrom()).isEqualTo("merged");
        assertThat(deploy(fromMerge).leadMillis()).isEqualTo(13 * 60_000L);
        assertThat(report().leadFromMerge()).isEqualTo(1);
        assertThat(report().lead().count()).isEqualTo(2);
    }

    @Test
    void keepsHoldsUntilTheyEnd() {
        entries.ledger.append(
                "hold.placed",
                "production",
                "user mia",
                Map.of("environment", "production", "owner", "mia", "reason", "Fair"));
        entries.ledger.append(
                "hold.placed",
                "orders in staging",
                "user mia",
                Map.of("environment", "staging", "service", "orders", "until", "2026-10-02T00:00:00Z"));
        projection.catchUp();
        assertThat(projection.records().holds(Scope.ALL, LONG_AGO)).hasSize(2);
        assertThat(projection.records().holds(Scope.ALL, FAR)).hasSize(1);
        assertThat(projection.records().holds(Scope.of(List.of(1L)), LONG_AGO)).isEmpty();

        entries.ledger.append("hold.released", "production", "user mia", Map.of("environment", "production"));
        projection.catchUp();
        assertThat(projection.records().holds(Scope.ALL, FAR)).isEmpty();
    }

    private void askedFor(int commit) {
        entries.ledger.append(
                "approval.requested",
                "acme/orders@" + String.format("%040x", commit) + " in production",
                "build orders/master#1",
                Map.of("service", "orders", "build", "orders/master#1"));
    }

    @Test
    void tellsOfEveryRequestThatIsOpenThoughPagesShowTheNewest() {
        for (int commit = 1; commit <= 201; commit++) {
            askedFor(commit);
        }
        projection.catchUp();

        assertThat(projection.approvals().open(Scope.ALL, LONG_AGO))
                .hasSize(200)
                .noneMatch(request -> request.id().equals("1"));
        assertThat(projection.approvals().openIds(LONG_AGO)).hasSize(201).startsWith("1", "2");
    }

    /** Whoever may see the job that asked first need not be somebody who may see the job that asked last. */
    @Test
    void tellsOfARequestTheBuildThatAskedFirst() {
        askedFor(1);
        entries.ledger.append(
                "approval.asked-again",
                "acme/orders@" + String.format("%040x", 1) + " in production",
                "build secret/merger#7",
                Map.of("request", "1", "build", "secret/merger#7", "starter", Map.of()));
        projection.catchUp();

        assertThat(projection.approvals().open(Scope.of(List.of(1L)), LONG_AGO))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.build()).isEqualTo("orders/master#1");
                    assertThat(request.toString()).doesNotContain("secret");
                });
    }

    @Test
    void followsARequestForApproval() {
        String subject = "acme/orders@" + DeployEntries.COMMIT + " in production";
        entries.ledger.append("approval.requested", subject, "build orders/master#1", Map.of("service", "orders"));
        entries.ledger.append(
                "approval.given", subject, "user carol", Map.of("request", "1", "person", Map.of("id", "carol")));
        projection.catchUp();
        assertThat(projection.approvals().open(Scope.ALL, LONG_AGO)).hasSize(1);
        assertThat(projection.approvals().open(Scope.of(List.of(99L)), LONG_AGO))
                .isEmpty();

        entries.ledger.append("approval.completed", subject, "jenkins", Map.of("request", "1"));
        long id = entries.deploy("orders", "production", "succeeded", PLAIN);
        assertThat(found(new DeployFilter(null, null, "carol", null, null, null, null, null, null)))
                .containsExactly(id);
        assertThat(projection.approvals().open(Scope.ALL, LONG_AGO)).isEmpty();
        assertThat(projection
                        .approvals()
                        .about(DeployEntries.COMMIT, "production")
                        .get(0)
                        .acts())
                .extracting(Approvals.Act::what)
                .containsExactly("given", "completed");
    }

    @Test
    void keepsSharesAndExceptions() {
        entries.deploy("orders", "production", "succeeded", PLAIN);
        entries.ledger.append(
                "share.created",
                "deploy 1",
                "user mia",
                Map.of("share", "s1", "deploy", 1, "by", "mia", "expires", FAR.toString()));
        entries.ledger.append("share.revoked", "deploy 1", "user mia", Map.of("share", "s1", "by", "zoe"));
        entries.ledger.append(
                "bypass.found",
                "orders in production",
                "jenkins",
                Map.of("environment", "production", "service", "orders"));
        projection.catchUp();

        assertThat(projection.records().share("s1").orElseThrow().revokedBy()).isEqualTo("zoe");
        assertThat(projection.records().shares(1)).hasSize(1);
        assertThat(projection.records().exceptions(Scope.ALL, 10)).hasSize(1);
        assertThat(projection.records().exceptions(Scope.of(List.of(99L)), 10)).isEmpty();
    }

    @Test
    void beginsAnewWhenTheLedgerIsAnother() {
        entries.deploy("orders", "production", "succeeded", PLAIN);
        projection.catchUp();
        DeployEntries restored = new DeployEntries(new MemoryLedger());
        restored.deploy("billing", "staging", "succeeded", PLAIN);
        projection = Projection.open(folder.resolve("projection.db"), restored.ledger);

        assertThat(found(DeployFilter.place("orders", null))).isEmpty();
        assertThat(found(DeployFilter.place("billing", null))).hasSize(1);
    }

    @Test
    void beginsAnewWhenTheFileIsBroken() throws IOException {
        entries.deploy("orders", "production", "succeeded", PLAIN);
        Path broken = folder.resolve("broken.db");
        Files.writeString(broken, "This is no database, and long enough to be looked at as one. ".repeat(40));
        projection = Projection.open(broken, entries.ledger);

        assertThat(found(DeployFilter.NONE)).hasSize(1);
    }
}
