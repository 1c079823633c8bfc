package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.dashboard.PageView;
import io.jenkins.plugins.itgc.dashboard.ShareLinks;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.bundle.Archive;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.POST;

/** What changes something: holds, share links, a verification. Approvals have their own place. */
public final class DashboardActs {
    private static final Duration YOUNGEST_ARCHIVED = Duration.ofDays(90);
    private static final Duration LONGEST_SHARE = Duration.ofDays(90);

    DashboardActs() {}

    /**
     * Holds deploys. Parameters: {@code environment}, {@code service} (all without it), {@code reason}, {@code until}
     * (for ever without it). Needs the permission Hold. 404 for what the reader does not know of, 400 without a reason
     * or when {@code until} is over, 409 when it does not count; the message says why.
     */
    @POST
    @WebMethod(name = "hold")
    public HttpResponse doHold(StaplerRequest2 request) {
        return hold(request, query -> (holds, user) -> {
            String reason = query.text("reason");
            Instant until = query.time("until");
            if (reason == null) {
                throw new Query.BadQuery(Message.of("dashboard.hold.reason"));
            }
            if (until != null && !until.isAfter(ItgcServices.get().clock().instant())) {
                throw new Query.BadQuery(Message.of("dashboard.hold.over"));
            }
            return holds.place(query.text("environment"), query.text("service"), user, reason, until);
        });
    }

    /**
     * Ends a hold. Parameters: {@code environment}, {@code service} as it was held. Needs the permission Hold. 404 for
     * what the reader does not know of, 409 when it does not count; the message says why.
     */
    @POST
    @WebMethod(name = "release")
    public HttpResponse doRelease(StaplerRequest2 request) {
        return hold(
                request,
                query -> (holds, user) -> holds.release(query.text("environment"), query.text("service"), user));
    }

    private static HttpResponse hold(
            StaplerRequest2 request, Function<Query, BiFunction<HoldActions, String, ActionResult>> act) {
        Jenkins.get().checkPermission(ItgcPermissions.HOLD);
        return DashboardApi.answer(view -> {
            Query query = new Query(request);
            String user = view.reader().id();
            boolean known = knows(query.text("environment"), query.text("service"), view);
            if (user == null || !known || DashboardPorts.holds().isEmpty()) {
                return JsonAnswer.problem(404, Message.of("dashboard.nothing-to-hold"));
            }
            return JsonAnswer.of(act.apply(query).apply(DashboardPorts.holds().get(), user));
        });
    }

    private static boolean knows(String environment, String service, PageView view) {
        return view.projection().jobs().places(view.scope()).stream()
                .map(place -> service == null ? new Jobs.ServiceEnvironment(null, place.environment()) : place)
                .anyMatch(place -> place.environment().equals(environment) && Objects.equals(place.service(), service));
    }

    /**
     * Begins to verify the ledger, unless that goes on; what comes of it is in {@code api/audit}. Needs the permission
     * Export.
     */
    @POST
    @WebMethod(name = "verify")
    public HttpResponse doVerify() {
        Jenkins.get().checkPermission(ItgcPermissions.EXPORT);
        return DashboardApi.answer(view -> {
            Audit.get().begin(Audit.Occasion.ASKED);
            return JsonAnswer.done(Message.of("dashboard.verification-begun"));
        });
    }

    /** Moves the evidence of old rulings to an archive. Parameter: {@code before}, at least 90 days ago. */
    @POST
    @WebMethod(name = "archive")
    public HttpResponse doArchive(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return DashboardApi.answer(view -> {
            Instant before = new Query(request).time("before");
            Instant latest = ItgcServices.get().clock().instant().minus(YOUNGEST_ARCHIVED);
            if (before == null || before.isAfter(latest)) {
                throw new Query.BadQuery(Message.of("dashboard.archive-too-young", YOUNGEST_ARCHIVED.toDays()));
            }
            Path folder = Jenkins.get().getRootDir().toPath().resolve("itgc").resolve("archive");
            Optional<LedgerEvent.Bodies> moved = new Archive(ItgcServices.get().ledger(), folder)
                    .move(before, Actor.user(view.reader().id()));
            return JsonAnswer.done(
                    moved.map(archived -> Message.of("dashboard.archived", archived.bodies(), archived.file()))
                            .orElseGet(() -> Message.of("dashboard.nothing-to-archive")));
        });
    }

    /**
     * Makes a link to a deploy for people without an account. Parameters: {@code deploy}, {@code days} (1 to 90).
     * Answers with {@code path}, {@code id} and {@code expires}. Needs the permission Export. 404 for a deploy that the
     * reader may not see, 400 for other numbers of days.
     */
    @POST
    @WebMethod(name = "share")
    public HttpResponse doShare(StaplerRequest2 request) {
        Jenkins.get().checkPermission(ItgcPermissions.EXPORT);
        return DashboardApi.answer(view -> {
            Query query = new Query(request);
            Long deploy = query.number("deploy");
            Long days = query.number("days");
            if (deploy == null
                    || view.projection().deploys().byId(deploy, view.scope()).isEmpty()) {
                return JsonAnswer.problem(404, Message.of("dashboard.no-deploy"));
            }
            if (days == null || days < 1 || days > LONGEST_SHARE.toDays()) {
                throw new Query.BadQuery(Message.of("dashboard.link-days", LONGEST_SHARE.toDays()));
            }
            ShareLinks.Link link =
                    links().create(deploy, Duration.ofDays(days), view.reader().id());
            return JsonAnswer.of(Map.of(
                    "path",
                    link.path(),
                    "id",
                    link.id(),
                    "expires",
                    link.expires().toString()));
        });
    }

    /**
     * Revokes a link. Parameter: {@code share}, its id. Needs the permission Export. 404 when it leads to no deploy
     * that the reader may see.
     */
    @POST
    @WebMethod(name = "revoke")
    public HttpResponse doRevoke(StaplerRequest2 request) {
        Jenkins.get().checkPermission(ItgcPermissions.EXPORT);
        return DashboardApi.answer(view -> {
            String id = new Query(request).text("share");
            boolean known = id != null
                    && view.projection()
                            .records()
                            .share(id)
                            .flatMap(share -> view.projection().deploys().byId(share.deploy(), view.scope()))
                            .isPresent();
            if (!known) {
                return JsonAnswer.problem(404, Message.of("dashboard.no-link"));
            }
            links().revoke(id, view.reader().id());
            return JsonAnswer.done(Message.of("dashboard.link-revoked"));
        });
    }

    private static ShareLinks links() {
        return new ShareLinks(DeployRecords.get(), ShareKey.get());
    }
}
