package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import io.jenkins.plugins.itgc.ledger.projection.Deploys;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import io.jenkins.plugins.itgc.ledger.projection.Metrics;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** The JSON interface below {@code /deploys/api/}: what the pages show, with the same rights. */
public final class DashboardApi implements StaplerProxy {
    private static final Logger LOG = Logger.getLogger(DashboardApi.class.getName());
    private static final int PAGE = 50;
    private static final int EXCEPTIONS = 200;
    private static final int IN_CALENDAR = 5000;
    private static final Duration METRICS = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    /** Newest first; {@code next} is what to ask for as {@code before} to get the next page, null at the end. */
    record Page(List<DeployJson> deploys, Long next, boolean complete) {}

    /** What can be chosen in the filters. */
    record Options(List<Jobs.Place> places) {}

    /** Numbers with the span they are about. */
    record MetricsAnswer(Instant from, Instant to, Metrics.Report report) {}

    /** Spans and deploys between two times, and how the environments stand now. */
    record CalendarAnswer(
            Instant from,
            Instant to,
            List<CalendarData.Standing> standing,
            List<CalendarData.Span> spans,
            String problem,
            List<Deploys.Mark> deploys) {}

    /** What auditors ask first. */
    record AuditAnswer(
            long sequence,
            Instant newest,
            boolean complete,
            Audit.State verification,
            List<Records.Exceptional> exceptions,
            boolean mayVerify) {}

    DashboardApi() {}

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(ItgcPermissions.VIEW);
        return this;
    }

    /** Answers with what the reader may see; never tells outsiders what went wrong inside. */
    static HttpResponse answer(BiFunction<Projection, Scope, HttpResponse> work) {
        Jenkins.get().checkPermission(ItgcPermissions.VIEW);
        try {
            Projection projection = DeployRecords.get().current();
            return work.apply(projection, Reader.scope(projection));
        } catch (Query.BadQuery e) {
            return JsonAnswer.problem(400, e.getMessage());
        } catch (LedgerFailure e) {
            LOG.log(Level.WARNING, "A page of deploys could not be answered", e);
            return JsonAnswer.problem(503, "The ledger cannot be read now. Ask an administrator to look at the log.");
        }
    }

    @GET
    @WebMethod(name = "now")
    public HttpResponse doNow() {
        return answer((projection, scope) -> JsonAnswer.of(new NowPage(projection, scope).answer()));
    }

    @GET
    @WebMethod(name = "options")
    public HttpResponse doOptions() {
        return answer((projection, scope) ->
                JsonAnswer.of(new Options(projection.jobs().places(scope))));
    }

    @GET
    @WebMethod(name = "deploys")
    public HttpResponse doDeploys(StaplerRequest2 request) {
        return answer((projection, scope) -> {
            List<Deploy> found = projection.deploys().find(new Query(request).filter(), scope, PAGE + 1);
            List<Deploy> shown = found.subList(0, Math.min(PAGE, found.size()));
            return JsonAnswer.of(new Page(
                    shown.stream().map(DeployJson::of).toList(),
                    found.size() > PAGE ? shown.get(PAGE - 1).id() : null,
                    DeployRecords.get().isComplete()));
        });
    }

    @GET
    @WebMethod(name = "deploy")
    public HttpResponse doDeploy(StaplerRequest2 request) {
        return answer((projection, scope) -> {
            Long id = new Query(request).number("id");
            Optional<DeployPage.Answer> page = id == null ? Optional.empty() : DeployPage.of(id, projection, scope);
            return page.<HttpResponse>map(JsonAnswer::of)
                    .orElseGet(() -> JsonAnswer.problem(404, "There is no such deploy."));
        });
    }

    @GET
    @WebMethod(name = "metrics")
    public HttpResponse doMetrics(StaplerRequest2 request) {
        return answer((projection, scope) -> {
            Query query = new Query(request);
            Instant[] span = span(query, METRICS);
            Metrics.Span asked = new Metrics.Span(query.text("service"), query.text("environment"), span[0], span[1]);
            return JsonAnswer.of(
                    new MetricsAnswer(span[0], span[1], projection.metrics().of(asked, scope)));
        });
    }

    @GET
    @WebMethod(name = "calendar")
    public HttpResponse doCalendar(StaplerRequest2 request) {
        return answer((projection, scope) -> {
            Query query = new Query(request);
            Instant[] span = span(query, Duration.ofDays(31));
            Planned planned = Planned.between(projection, scope, span[0], span[1]);
            DeployFilter filter = new DeployFilter(
                    query.text("service"), query.text("environment"), null, null, null, null, span[0], span[1], null);
            return JsonAnswer.of(new CalendarAnswer(
                    span[0],
                    span[1],
                    Planned.standing(projection, scope),
                    planned.spans(),
                    planned.problem(),
                    projection.deploys().marks(filter, scope, IN_CALENDAR)));
        });
    }

    private static Instant[] span(Query query, Duration usual) {
        Instant to = query.time("to");
        Instant from = query.time("from");
        // Whole hours, so that asking again within one gives the same answer.
        Instant end = to != null
                ? to
                : ItgcServices.get()
                        .clock()
                        .instant()
                        .truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                        .plusSeconds(3600);
        Instant start = from == null ? end.minus(usual) : from;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new Query.BadQuery("from must be before to, by three years at most.");
        }
        return new Instant[] {start, end};
    }

    @GET
    @WebMethod(name = "audit")
    public HttpResponse doAudit() {
        return answer((projection, scope) -> JsonAnswer.of(new AuditAnswer(
                projection.position().sequence(),
                projection.position().sequence() == 0 ? null : projection.position().at(),
                DeployRecords.get().isComplete(),
                Audit.get().state(),
                projection.records().exceptions(scope, EXCEPTIONS),
                Reader.may(ItgcPermissions.EXPORT))));
    }

    /** What auditors take away. */
    public Exports getExport() {
        return new Exports();
    }

    /** What people may do. */
    public DashboardActs getActs() {
        return new DashboardActs();
    }

    /** Requests for approval by their names. */
    public ApprovalActs getApprovals() {
        return new ApprovalActs();
    }
}
