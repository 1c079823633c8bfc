package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.projection.Approvals;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.Deploys;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import io.jenkins.plugins.itgc.ledger.projection.Rulings;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What waits, what runs, what is held, what is out. */
final class NowPage {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int EXCEPTIONS = 5;

    /**
     * Everything on the page.
     *
     * @param complete false while older entries are still being read
     * @param calendarProblem a sentence when a calendar could not be read; null otherwise
     */
    record Answer(
            long sequence,
            boolean complete,
            List<Waiting> waiting,
            List<Asked> approvals,
            List<DeployJson> deploys,
            List<Expected> expected,
            List<Records.Hold> holds,
            List<DeployJson> current,
            List<Running> running,
            List<CalendarData.Span> calendar,
            String calendarProblem,
            List<Records.Exceptional> exceptions) {}

    /** A build that a gate lets wait; {@code next} says what somebody can do. */
    record Waiting(
            String build,
            String buildPath,
            String gate,
            String environment,
            String repository,
            String commit,
            Instant since,
            String decision,
            String reason,
            List<FindingJson> findings) {}

    /** A request for approval, and whether the reader may answer it. */
    record Asked(
            String id,
            String service,
            String environment,
            String repository,
            String commit,
            String build,
            String buildPath,
            Instant at,
            Instant until,
            ApprovalEvent.Request asked,
            List<Approvals.Act> acts,
            boolean mayAnswer) {}

    private final Projection projection;
    private final Scope scope;
    private final Instant now = ItgcServices.get().clock().instant();

    NowPage(Projection projection, Scope scope) {
        this.projection = projection;
        this.scope = scope;
    }

    Answer answer() {
        Deploys deploys = projection.deploys();
        List<Deploy> open = deploys.open(scope);
        List<Deploy> current = deploys.current(scope);
        Planned planned = Planned.between(projection, scope, now, now.plus(AHEAD));
        return new Answer(
                projection.position().sequence(),
                DeployRecords.get().isComplete(),
                projection.rulings().waiting(scope).stream()
                        .filter(wait -> Reader.running(wait.build()))
                        .map(NowPage::waiting)
                        .toList(),
                projection.approvals().open(scope).stream()
                        .filter(request ->
                                request.until() == null || request.until().isAfter(now))
                        .map(NowPage::asked)
                        .toList(),
                open.stream().map(DeployJson::of).toList(),
                Expected.of(open),
                projection.records().holds(scope, now),
                current.stream().map(DeployJson::of).toList(),
                Running.among(current),
                planned.spans(),
                planned.problem(),
                projection.records().exceptions(scope, EXCEPTIONS));
    }

    private static Waiting waiting(Rulings.Wait wait) {
        EvidenceJson evidence = EvidenceJson.of(wait.sequence());
        return new Waiting(
                wait.build(),
                Reader.pathOf(wait.build()),
                wait.gate(),
                wait.environment(),
                wait.repository(),
                wait.commit(),
                wait.since(),
                wait.decision(),
                evidence.reason(wait.reason()),
                evidence.findings());
    }

    private static Asked asked(Approvals.Request request) {
        String user = Reader.id();
        boolean mayAnswer = user != null
                && Reader.may(ItgcPermissions.APPROVE)
                && Desks.approvals()
                        .filter(desk -> desk.awaits(request.id(), user))
                        .isPresent();
        return new Asked(
                request.id(),
                request.service(),
                request.environment(),
                request.repository(),
                request.commit(),
                Objects.requireNonNullElse(request.build(), ""),
                request.build() == null ? null : Reader.pathOf(request.build()),
                request.at(),
                request.until(),
                request.body(),
                request.acts(),
                mayAnswer);
    }
}
