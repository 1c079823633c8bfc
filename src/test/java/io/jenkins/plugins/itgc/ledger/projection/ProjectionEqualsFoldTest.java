package io.jenkins.plugins.itgc.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.HoldEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.ShareEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.fold.HoldFold;
import io.jenkins.plugins.itgc.ledger.fold.ShareFold;
import io.jenkins.plugins.itgc.ledger.fold.TargetFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever people and builds do, in whatever order: the tables say what the folds say, at every moment. */
class ProjectionEqualsFoldTest {
    private static final List<String> PEOPLE = List.of("mia", "nina", "olaf");
    private static final Subject.InEnvironment CHANGE =
            new Subject.InEnvironment("acme/orders", "c".repeat(40), "production");
    private static final List<String> SERVICES = List.of("orders", "billing");
    private static final ApprovalBody.Account ACCOUNT = new ApprovalBody.Account("jenkins", "x");

    /** Acts in a random order, sensible and not. */
    private static final class Acts {
        private final MemoryLedger ledger = new MemoryLedger();
        private final Random random;
        private final List<Long> requests = new ArrayList<>();
        private final List<Long> deploys = new ArrayList<>();
        private final Map<Long, String> services = new TreeMap<>();

        Acts(long seed) {
            this.random = new Random(seed);
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private void append(Event event) {
            ledger.append(EventLog.draft(event, Actor.user(any(PEOPLE))));
        }

        void next() {
            switch (random.nextInt(10)) {
                case 0 -> request();
                case 1, 2, 3, 4 -> answer();
                case 5 -> hold();
                case 6 -> share();
                case 7 -> deploy();
                default -> goOn();
            }
        }

        private void request() {
            append(new ApprovalEvent.Requested(
                    CHANGE,
                    new ApprovalEvent.Request(
                            "orders",
                            null,
                            null,
                            "2 of managers",
                            Instant.MAX.minusSeconds(1),
                            Map.of(),
                            "orders#1",
                            null,
                            random.nextInt(3) > 0 || requests.isEmpty() ? List.of() : List.of(refusal()))));
            requests.add(ledger.last());
        }

        private ApprovalEvent.Answer refusal() {
            String earlier = String.valueOf(any(requests));
            return new ApprovalEvent.Answer(earlier, any(PEOPLE), ACCOUNT, "slack", Set.of(), "", null, null);
        }

        private void answer() {
            if (requests.isEmpty()) {
                request();
                return;
            }
            String request = String.valueOf(any(requests));
            String channel = any(List.of("dashboard", "slack", "ticket"));
            ApprovalEvent.Answer answer =
                    new ApprovalEvent.Answer(request, any(PEOPLE), ACCOUNT, channel, Set.of(), "", null, null);
            ApprovalEvent.Changed changed = new ApprovalEvent.Changed(request, List.of());
            List<String> approvers = PEOPLE.subList(0, random.nextInt(PEOPLE.size() + 1));
            append(
                    switch (random.nextInt(18)) {
                        case 0, 1, 2 -> new ApprovalEvent.Given(CHANGE, answer);
                        case 3, 4, 5 -> new ApprovalEvent.Refused(CHANGE, answer);
                        case 6, 7 -> new ApprovalEvent.Withdrawn(CHANGE, answer);
                        case 8 -> new ApprovalEvent.NotCounted(CHANGE, answer);
                        case 9 -> new ApprovalEvent.Expired(CHANGE, changed);
                        case 10 -> new ApprovalEvent.Voided(CHANGE, changed);
                        case 11 -> new ApprovalEvent.BreakGlassOpened(CHANGE, answer);
                        case 12 -> new ApprovalEvent.BreakGlassConfirmed(CHANGE, answer);
                        case 13 -> new ApprovalEvent.BreakGlassReviewed(CHANGE, answer);
                        case 14 ->
                            new ApprovalEvent.AskedAgain(
                                    CHANGE,
                                    new ApprovalEvent.Asking(
                                            request,
                                            "orders#" + random.nextInt(3),
                                            null,
                                            new ApprovalBody.Starter(null, null),
                                            random.nextBoolean(),
                                            random.nextBoolean()));
                        default -> new ApprovalEvent.Completed(CHANGE, new ApprovalEvent.Approvers(request, approvers));
                    });
        }

        private void hold() {
            String service = any(List.of("orders", "billing", "")).transform(name -> name.isEmpty() ? null : name);
            Subject.OfHold subject = new Subject.OfHold(service, any(List.of("production", "staging")));
            HoldEvent.Hold hold =
                    new HoldEvent.Hold(subject.environment(), service, any(PEOPLE), "r" + random.nextInt(9), null);
            append(random.nextBoolean() ? new HoldEvent.Placed(subject, hold) : new HoldEvent.Released(subject, hold));
        }

        private void share() {
            Subject.OfDeploy deploy = new Subject.OfDeploy("1");
            ShareEvent.Share share = new ShareEvent.Share(
                    any(List.of("a", "b")),
                    1L,
                    Instant.parse("2030-01-01T00:00:00Z").plusSeconds(random.nextInt(9)),
                    any(PEOPLE));
            append(
                    random.nextBoolean()
                            ? new ShareEvent.Created(deploy, share)
                            : new ShareEvent.Revoked(deploy, share));
        }

        private DeploymentBody body(String deploy, String service) {
            return new DeploymentBody(
                    deploy,
                    service,
                    "production",
                    "acme/orders",
                    "c".repeat(40),
                    null,
                    null,
                    random.nextInt(9) == 0,
                    "orders#1",
                    "7",
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    random.nextBoolean() ? null : "because " + random.nextInt(9));
        }

        private void deploy() {
            String service = any(SERVICES);
            append(new DeployEvent.Requested(new Subject.OfTarget(service, "production"), body(null, service)));
            deploys.add(ledger.last());
            services.put(ledger.last(), service);
        }

        private void goOn() {
            long deploy = deploys.isEmpty() || random.nextInt(20) == 0 ? 999_999 : any(deploys);
            String service = services.getOrDefault(deploy, "orders");
            DeployState state = any(List.of(DeployState.values()).subList(1, DeployState.values().length));
            append(state.event(new Subject.OfTarget(service, "production"), body(String.valueOf(deploy), service)));
        }
    }

    /** What the folds say of all events. */
    private record Told(
            Map<String, String> approvals,
            Map<Long, String> deploys,
            Map<String, Long> current,
            List<String> holds,
            Map<String, String> shares) {
        static Told by(MemoryLedger ledger) {
            Map<String, ApprovalFold> approvals = new TreeMap<>();
            Map<Long, DeployFold> deploys = new TreeMap<>();
            Map<String, ShareFold> shares = new TreeMap<>();
            Map<String, TargetFold> targets = new TreeMap<>();
            HoldFold holds = HoldFold.NONE;
            for (Recorded<Event> recorded : ledger.entries(0, Integer.MAX_VALUE).stream()
                    .map(EventLog::recorded)
                    .toList()) {
                if (recorded.event() instanceof ApprovalEvent.Requested requested) {
                    ApprovalFold fold = ApprovalFold.of(new Recorded<>(recorded.entry(), requested));
                    approvals.put(fold.id(), fold);
                } else if (recorded.event() instanceof ApprovalEvent event) {
                    approvals.computeIfPresent(
                            event.request(), (id, fold) -> fold.after(new Recorded<>(recorded.entry(), event)));
                } else if (recorded.event() instanceof DeployEvent.Progress progress) {
                    Recorded<DeployEvent.Progress> next = new Recorded<>(recorded.entry(), progress);
                    DeployFold before = deploys.get(DeployFold.idOf(next));
                    DeployFold now = DeployFold.next(before, next);
                    deploys.put(DeployFold.idOf(next), now);
                    if (now.state().ended() && !now.equals(before)) {
                        targets.merge(
                                now.target().service(), TargetFold.EMPTY.after(now), (one, two) -> one.after(now));
                    }
                } else if (recorded.event() instanceof HoldEvent hold) {
                    holds = holds.after(new Recorded<>(recorded.entry(), hold));
                } else if (recorded.event() instanceof ShareEvent share) {
                    Recorded<ShareEvent> next = new Recorded<>(recorded.entry(), share);
                    shares.compute(ShareFold.idOf(next), (id, before) -> ShareFold.next(before, next));
                }
            }
            Map<String, Long> current = new TreeMap<>();
            targets.forEach(
                    (service, target) -> target.current().ifPresent(deploy -> current.put(service, deploy.id())));
            return of(approvals, deploys, current, holds, shares);
        }

        private static Told of(
                Map<String, ApprovalFold> approvals,
                Map<Long, DeployFold> deploys,
                Map<String, Long> current,
                HoldFold holds,
                Map<String, ShareFold> shares) {
            Map<String, String> states = new TreeMap<>();
            approvals.forEach((id, fold) -> states.put(
                    id,
                    fold.state().word() + " " + fold.request().event().body().build()));
            Map<Long, String> rows = new TreeMap<>();
            deploys.forEach((id, fold) -> rows.put(
                    id,
                    fold.state().word() + " " + fold.requestedAt() + " " + fold.startedAt() + " " + fold.finishedAt()
                            + " " + fold.reason()));
            Map<String, String> links = new TreeMap<>();
            shares.values().stream()
                    .filter(share -> share != null)
                    .forEach(share -> links.put(share.id(), share.toString()));
            List<String> held = holds.placed().entrySet().stream()
                    .map(hold -> hold.getKey() + " "
                            + hold.getValue().event().body().reason() + " " + HoldFold.owner(hold.getValue()))
                    .sorted()
                    .toList();
            return new Told(states, rows, current, held, links);
        }

        static Told by(Projection projection, MemoryLedger ledger) {
            Map<String, String> approvals = new TreeMap<>();
            Map<String, String> links = new TreeMap<>();
            for (int sequence = 1; sequence <= ledger.last(); sequence++) {
                projection
                        .approvals()
                        .byId(String.valueOf(sequence), Scope.ALL)
                        .ifPresent(request -> approvals.put(request.id(), request.state() + " " + request.build()));
            }
            Map<Long, String> deploys = new TreeMap<>();
            projection
                    .deploys()
                    .find(DeployFilter.NONE, Scope.ALL, 10_000)
                    .forEach(deploy -> deploys.put(
                            deploy.id(),
                            deploy.result() + " " + deploy.requestedAt() + " " + deploy.startedAt() + " "
                                    + deploy.finishedAt() + " " + deploy.reason()));
            List<String> holds = projection.records().holds(Scope.ALL, Instant.EPOCH).stream()
                    .map(hold -> new Subject.OfHold(hold.service(), hold.environment()) + " " + hold.reason() + " "
                            + hold.owner())
                    .sorted()
                    .toList();
            for (String id : List.of("a", "b")) {
                Optional<Records.Share> share = projection.records().share(id);
                share.ifPresent(known -> links.put(
                        id,
                        new ShareFold(
                                        known.id(),
                                        known.deploy(),
                                        known.createdAt(),
                                        known.createdBy(),
                                        known.expiresAt(),
                                        known.revokedAt(),
                                        known.revokedBy())
                                .toString()));
            }
            Map<String, Long> current = new TreeMap<>();
            projection.deploys().current(Scope.ALL).forEach(deploy -> current.put(deploy.service(), deploy.id()));
            return new Told(approvals, deploys, current, holds, links);
        }
    }

    @Property(tries = 40)
    void afterAnyPrefixAndAfterARebuild(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("fold");
        try {
            Acts acts = new Acts(seed);
            Projection projection = Projection.open(folder.resolve("projections.db"), acts.ledger);
            for (int i = 0; i < 60; i++) {
                acts.next();
                if (i % 4 == 0) {
                    projection.catchUp();
                    assertThat(Told.by(projection, acts.ledger)).isEqualTo(Told.by(acts.ledger));
                }
            }
            projection.rebuild();
            assertThat(Told.by(projection, acts.ledger)).isEqualTo(Told.by(acts.ledger));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String stateAfter(ApprovalEvent... answers) throws IOException {
        Path folder = Files.createTempDirectory("fold");
        try {
            Acts acts = new Acts(0);
            acts.request();
            for (ApprovalEvent answer : answers) {
                acts.append(answer);
            }
            Projection projection = Projection.open(folder.resolve("projections.db"), acts.ledger);
            projection.catchUp();
            return projection.approvals().byId("1", Scope.ALL).orElseThrow().state();
        } finally {
            delete(folder);
        }
    }

    private static ApprovalEvent.Answer by(String person) {
        return new ApprovalEvent.Answer(
                "1", person, new ApprovalBody.Account("jenkins", person), "dashboard", Set.of(), "", null, null);
    }

    /** Under "2 of managers" it still waits for the second, and every page must show that it does. */
    @Test
    void aRefusalThatItsAuthorTurnsIntoAnApprovalLeavesTheRequestWaiting() throws IOException {
        assertThat(stateAfter(new ApprovalEvent.Refused(CHANGE, by("mia")), new ApprovalEvent.Given(CHANGE, by("mia"))))
                .isEqualTo("requested");
    }

    @Test
    void aWithdrawalClearsNobodyElsesRefusal() throws IOException {
        assertThat(stateAfter(
                        new ApprovalEvent.Refused(CHANGE, by("mia")),
                        new ApprovalEvent.Given(CHANGE, by("nina")),
                        new ApprovalEvent.Withdrawn(CHANGE, by("nina"))))
                .isEqualTo("refused");
    }
}
