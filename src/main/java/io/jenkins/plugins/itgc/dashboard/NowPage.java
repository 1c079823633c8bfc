package io.jenkins.plugins.itgc.dashboard;

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
import org.jspecify.annotations.Nullable;

/** Pending approvals, waiting builds, running and queued deploys, holds, live versions. */
public final class NowPage {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int EXCEPTIONS = 5;

    /**
     * Everything on the page.
     *
     * @param complete false while older entries are still being read
     * @param calendarProblem a sentence when a calendar could not be read; null otherwise
     */
    public record Answer(
            long sequence,
            boolean complete,
            List<Waiting> waiting,
            List<PendingApproval> approvals,
            List<DeployJson> deploys,
            List<Expected> expected,
            List<Records.Hold> holds,
            List<DeployJson> current,
            List<Running> running,
            List<CalendarData.Span> calendar,
            @Nullable String calendarProblem,
            List<Records.Exceptional> exceptions) {}

    /** A build that a gate lets wait; {@code next} says what somebody can do. */
    public record Waiting(
            String build,
            @Nullable String buildPath,
            String gate,
            @Nullable String environment,
            String repository,
            String commit,
            Instant since,
            String decision,
            @Nullable String reason,
            List<FindingJson> findings) {}

    /** A request for approval, and whether the reader may answer it. */
    public record PendingApproval(
            String id,
            @Nullable String service,
            @Nullable String environment,
            String repository,
            String commit,
            String build,
            @Nullable String buildPath,
            Instant at,
            @Nullable Instant until,
            ApprovalEvent.Request asked,
            List<Approvals.Act> acts,
            boolean mayAnswer) {}

    private final PageView view;
    private final Instant now;

    /** @param view what the reader may see; its clock is read once */
    public NowPage(PageView view) {
        this.view = view;
        this.now = view.data().clock().instant();
    }

    /** What is so now, as far as the reader may see it. */
    public Answer answer() {
        Projection projection = view.projection();
        Scope scope = view.scope();
        Reader reader = view.reader();
        Deploys deploys = projection.deploys();
        List<Deploy> open = deploys.open(scope);
        List<Deploy> current = deploys.current(scope);
        Planned planned = Planned.between(view, now, now.plus(AHEAD));
        return new Answer(
                projection.position().sequence(),
                view.data().isComplete(),
                projection.rulings().waiting(scope).stream()
                        .filter(wait -> reader.running(wait.build()))
                        .map(this::waiting)
                        .toList(),
                projection.approvals().open(scope, now).stream()
                        .map(this::pending)
                        .toList(),
                open.stream().map(deploy -> DeployJson.of(deploy, reader)).toList(),
                Expected.of(open, view.data().deploys()),
                projection.records().holds(scope, now),
                current.stream().map(deploy -> DeployJson.of(deploy, reader)).toList(),
                Running.among(current, view.data().runningVersions(), reader.locale()),
                planned.spans(),
                planned.problem(reader.locale()),
                Translated.exceptions(projection.records().exceptions(scope, EXCEPTIONS), view));
    }

    private Waiting waiting(Rulings.Wait wait) {
        EvidenceJson evidence = EvidenceJson.of(wait.sequence(), view);
        return new Waiting(
                wait.build(),
                view.reader().pathOf(wait.build()),
                wait.gate(),
                wait.environment(),
                wait.repository(),
                wait.commit(),
                wait.since(),
                wait.decision(),
                evidence.reason(wait.reason()),
                evidence.findings());
    }

    private PendingApproval pending(Approvals.Request request) {
        String user = view.reader().id();
        boolean mayAnswer = user != null
                && view.reader().mayApprove()
                && view.data()
                        .answers()
                        .filter(answers -> answers.awaits(request.id(), user))
                        .isPresent();
        return new PendingApproval(
                request.id(),
                request.service(),
                request.environment(),
                request.repository(),
                request.commit(),
                Objects.requireNonNullElse(request.build(), ""),
                request.build() == null ? null : view.reader().pathOf(request.build()),
                request.at(),
                request.until(),
                request.body(),
                Translated.acts(request.acts(), view),
                mayAnswer);
    }
}
