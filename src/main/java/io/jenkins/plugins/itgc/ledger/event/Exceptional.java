package io.jenkins.plugins.itgc.ledger.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that went another way than the gates.
 *
 * @param environment where; null when not said
 * @param service what; null when not said
 * @param repository {@code owner/name}; null when not said
 * @param commit the commit; null when not said
 * @param person who; null when nobody is named
 * @param what one sentence; null for nothing
 * @param link where it can be seen; null for nowhere
 * @param request the request for approval that it is about; null for none
 * @param said the sentence, as data; null where a person wrote it, and in entries of before it was kept
 */
public record Exceptional(
        @Nullable String environment,
        @Nullable String service,
        @Nullable String repository,
        @Nullable String commit,
        @Nullable String person,
        @Nullable String what,
        @Nullable String link,
        @Nullable String request,
        @Nullable MessageBody said) {
    /** What somebody wrote, or what is told in English only. */
    public Exceptional(
            @Nullable String environment,
            @Nullable String service,
            @Nullable String repository,
            @Nullable String commit,
            @Nullable String person,
            @Nullable String what,
            @Nullable String link,
            @Nullable String request) {
        this(environment, service, repository, commit, person, what, link, request, null);
    }

    /** Break-glass, overrides, and what runs without having come through the gates; empty for everything else. */
    public static Optional<Exceptional> of(Event event) {
        if (event instanceof ApprovalEvent approval) {
            return ofBreakGlass(approval);
        }
        if (event instanceof WindowEvent.Overridden overridden) {
            return Optional.of(of(overridden));
        }
        return event instanceof RunningVersionEvent running ? Optional.of(of(running)) : Optional.empty();
    }

    private static Optional<Exceptional> ofBreakGlass(ApprovalEvent event) {
        if (event instanceof ApprovalEvent.BreakGlassOverdue) {
            return Optional.of(of(event, null, null));
        }
        boolean glass = event instanceof ApprovalEvent.BreakGlassOpened
                || event instanceof ApprovalEvent.BreakGlassConfirmed
                || event instanceof ApprovalEvent.BreakGlassReviewed;
        if (!glass || !(event instanceof ApprovalEvent.Act act)) {
            return Optional.empty();
        }
        ApprovalEvent.Told told = act.body().told();
        return Optional.of(
                told == null
                        ? of(event, act.body().person(), act.body().reason())
                        : new Exceptional(
                                told.environment(),
                                told.service(),
                                told.repository(),
                                told.commit(),
                                act.body().person(),
                                told.what(),
                                null,
                                null));
    }

    private static Exceptional of(ApprovalEvent event, @Nullable String person, @Nullable String what) {
        Subject.InEnvironment subject = event.subject();
        return new Exceptional(
                subject.environment(),
                null,
                subject.repository(),
                subject.commit(),
                person,
                what,
                null,
                event.request());
    }

    private static Exceptional of(WindowEvent.Overridden event) {
        WindowEvent.OverrideBody body = event.body();
        Subject.OfOverride subject = event.subject();
        return new Exceptional(
                body.environment() == null ? subject.environment() : body.environment(),
                body.service(),
                body.repository() == null ? subject.repository() : body.repository(),
                body.commit() == null ? subject.commit() : body.commit(),
                body.person(),
                body.what() == null ? body.reason() : body.what(),
                null,
                null);
    }

    private static Exceptional of(RunningVersionEvent event) {
        RunningVersionEvent.Found body = event.body();
        return new Exceptional(
                body.environment(),
                body.service(),
                body.repository(),
                body.commit(),
                body.person(),
                body.what(),
                body.link(),
                null,
                body.said());
    }
}
