package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Beginning;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import io.jenkins.plugins.itgc.ledger.fold.BreakGlassFold;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the ledger says about approvals, and how more is written there. */
public final class ApprovalBook {
    private static final int AT_ONCE = 1000;

    private final EventLog log;
    private final Consumer<Recorded<? extends ApprovalEvent>> listener;

    /** @param listener is told of every event after it was appended; must be quick and must not throw */
    public ApprovalBook(Ledger ledger, Consumer<Recorded<? extends ApprovalEvent>> listener) {
        this.log = new EventLog(ledger);
        this.listener = listener;
    }

    /**
     * The request that stands; empty when there is none, or the last one was voided. Two services of one commit have one each: they
     * carry different changes since their own last deploys.
     *
     * @param service what would be deployed; null for a request that names none
     */
    Optional<OpenRequest> standing(Subject.InEnvironment subject, @Nullable String service) {
        return last(subject, service)
                .filter(last -> !last.voided())
                .map(Last::fold)
                .map(OpenRequest::of);
    }

    /** Refusals of a subject that nobody took back, whatever became of the request that they were an answer to. */
    List<ApprovalEvent.Answer> refusals(Subject.InEnvironment subject, @Nullable String service) {
        return last(subject, service)
                .map(Last::fold)
                .map(ApprovalFold::refusals)
                .orElse(List.of());
    }

    /** The newest request about a subject for a service. */
    private record Last(ApprovalFold fold, boolean voided) {}

    private Optional<Last> last(Subject.InEnvironment subject, @Nullable String service) {
        Last last = null;
        for (Recorded<ApprovalEvent> next : log.about(ApprovalEvent.class, subject)) {
            if (next.event() instanceof ApprovalEvent.Requested requested) {
                boolean other = !Objects.equals(service, requested.body().service());
                last = other ? last : new Last(ApprovalFold.of(new Recorded<>(next.entry(), requested)), false);
            } else if (last != null) {
                boolean voids = next.event() instanceof ApprovalEvent.Voided voided
                        && last.fold().id().equals(voided.request());
                last = new Last(last.fold().after(next), last.voided() || voids);
            }
        }
        return Optional.ofNullable(last);
    }

    /** A request with all that was answered to it, whether it stands or not. */
    OpenRequest whole(Recorded<ApprovalEvent.Requested> requested) {
        ApprovalFold fold = ApprovalFold.of(requested);
        for (Recorded<ApprovalEvent> next :
                log.about(ApprovalEvent.class, requested.event().subject())) {
            fold = fold.after(next);
        }
        return OpenRequest.of(fold);
    }

    /** The request with this id; empty when there is none. */
    Optional<Recorded<ApprovalEvent.Requested>> requested(@Nullable String id) {
        if (id == null || !id.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return log.entry(Long.parseLong(id))
                .filter(recorded -> recorded.event() instanceof ApprovalEvent.Requested)
                .map(recorded -> new Recorded<>(recorded.entry(), (ApprovalEvent.Requested) recorded.event()));
    }

    /**
     * Every break-glass of a repository in an environment, in the order in which they were invoked. Each is of one request,
     * and what is done about another request settles nothing of it.
     */
    List<BreakGlassFold> breakGlasses(String repository, String environment) {
        Map<String, BreakGlassFold> all = new LinkedHashMap<>();
        for (Recorded<ApprovalEvent.OfBreakGlass> next : log.beginning(
                ApprovalEvent.OfBreakGlass.class,
                Beginning.ofRepository(repository),
                subject -> Subject.InEnvironment.isIn(environment, subject))) {
            all.compute(next.event().request(), (request, before) -> BreakGlassFold.next(before, next));
        }
        return all.values().stream().filter(Objects::nonNull).toList();
    }

    /** Whether a deploy of what was asked about has begun since, and went on or succeeded. One that failed decides nothing. */
    boolean deployed(OpenRequest open) {
        Set<String> begun = new HashSet<>();
        long after = open.fold().request().sequence();
        List<Recorded<DeployEvent.Progress>> next;
        do {
            next = log.after(DeployEvent.Progress.class, after, AT_ONCE);
            next.stream().filter(deploy -> isOf(open, deploy.event())).forEach(deploy -> follow(deploy.event(), begun));
            after = next.isEmpty() ? after : next.get(next.size() - 1).sequence();
        } while (next.size() == AT_ONCE);
        return !begun.isEmpty();
    }

    private static boolean isOf(OpenRequest open, DeployEvent.Progress deploy) {
        DeploymentBody body = deploy.body();
        return !body.rollback()
                && body.service().equals(open.asked().service())
                && body.environment().equals(open.subject().environment())
                && body.repository().equalsIgnoreCase(open.subject().repository())
                && body.commit().equals(open.subject().commit());
    }

    private static void follow(DeployEvent.Progress deploy, Set<String> begun) {
        String name = String.valueOf(deploy.body().deploy());
        if (deploy instanceof DeployEvent.Started) {
            begun.add(name);
        } else if (deploy instanceof DeployEvent.Failed
                || deploy instanceof DeployEvent.Aborted
                || deploy instanceof DeployEvent.Unknown) {
            begun.remove(name);
        }
    }

    /** Appends, and tells who listens. */
    void append(ApprovalEvent event, Actor actor) {
        listener.accept(log.append(event, actor));
    }
}
