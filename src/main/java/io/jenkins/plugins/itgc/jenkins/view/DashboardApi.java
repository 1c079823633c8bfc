package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.dashboard.CalendarData;
import io.jenkins.plugins.itgc.dashboard.DeployJson;
import io.jenkins.plugins.itgc.dashboard.DeployPage;
import io.jenkins.plugins.itgc.dashboard.EnvironmentStatus;
import io.jenkins.plugins.itgc.dashboard.NowPage;
import io.jenkins.plugins.itgc.dashboard.PageView;
import io.jenkins.plugins.itgc.dashboard.Planned;
import io.jenkins.plugins.itgc.dashboard.Translated;
import io.jenkins.plugins.itgc.dashboard.VerificationState;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import io.jenkins.plugins.itgc.ledger.projection.Deploys;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import io.jenkins.plugins.itgc.ledger.projection.Metrics;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/**
 * The JSON interface below {@code /deploys/api/}: what the pages show, with the same rights. Each request answers 403
 * without the permission View, and 503 while the ledger cannot be read.
 */
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
    record Options(List<Jobs.ServiceEnvironment> places) {}

    /** Numbers with the span they are about. */
    record MetricsAnswer(Instant from, Instant to, Metrics.Report report) {}

    /** Spans and deploys between two times, and the status of each environment now. */
    record CalendarAnswer(
            Instant from,
            Instant to,
            List<EnvironmentStatus> standing,
            List<CalendarData.Span> spans,
            String problem,
            List<Deploys.Mark> deploys) {}

    /** What auditors ask first. */
    record AuditAnswer(
            long sequence,
            Instant newest,
            boolean complete,
            VerificationState verification,
            List<Records.Exceptional> exceptions,
            boolean mayVerify) {}

    DashboardApi() {}

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(ItgcPermissions.VIEW);
        return this;
    }

    /** Answers with what the reader may see; never tells outsiders what went wrong inside. */
    static HttpResponse answer(Function<PageView, HttpResponse> work) {
        Jenkins.get().checkPermission(ItgcPermissions.VIEW);
        try {
            return work.apply(PageView.of(DeployRecords.get(), new JenkinsReader()));
        } catch (Query.BadQuery e) {
            return JsonAnswer.problem(400, e.problem());
        } catch (LedgerFailure e) {
            LOG.log(Level.WARNING, "A page of deploys could not be answered", e);
            return JsonAnswer.problem(503, Message.of("dashboard.ledger-unreadable"));
        }
    }

    /**
     * What is so now: builds that wait, pending approvals, open deploys, holds and live versions, as far as the reader
     * may see it.
     */
    @GET
    @WebMethod(name = "now")
    public HttpResponse doNow() {
        return answer(view -> JsonAnswer.of(new NowPage(view).answer()));
    }

    /** The services and environments that the filters offer. */
    @GET
    @WebMethod(name = "options")
    public HttpResponse doOptions() {
        return answer(view -> JsonAnswer.of(new Options(view.projection().jobs().places(view.scope()))));
    }

    /**
     * Deploys, newest first, 50 at a time. Parameters, each optional: {@code service}, {@code environment}, {@code
     * person}, {@code ticket}, {@code text}, {@code result}, {@code from}, {@code to}, {@code before} ({@code next} of
     * the page before). 400 when one cannot be read.
     */
    @GET
    @WebMethod(name = "deploys")
    public HttpResponse doDeploys(StaplerRequest2 request) {
        return answer(view -> {
            List<Deploy> found = view.projection().deploys().find(new Query(request).filter(), view.scope(), PAGE + 1);
            List<Deploy> shown = found.subList(0, Math.min(PAGE, found.size()));
            return JsonAnswer.of(new Page(
                    shown.stream()
                            .map(deploy -> DeployJson.of(deploy, view.reader()))
                            .toList(),
                    found.size() > PAGE ? shown.get(PAGE - 1).id() : null,
                    view.data().isComplete()));
        });
    }

    /**
     * One deploy with all that the ledger tells of it. Parameter: {@code id}. 404 when there is none that the reader
     * may see.
     */
    @GET
    @WebMethod(name = "deploy")
    public HttpResponse doDeploy(StaplerRequest2 request) {
        return answer(view -> {
            Long id = new Query(request).number("id");
            Optional<DeployPage.Answer> page = id == null ? Optional.empty() : DeployPage.of(id, view);
            return page.<HttpResponse>map(JsonAnswer::of)
                    .orElseGet(() -> JsonAnswer.problem(404, Message.of("dashboard.no-deploy")));
        });
    }

    /**
     * The numbers behind the charts. Parameters, each optional: {@code service}, {@code environment}, {@code from},
     * {@code to}; 90 days up to the end of this hour without times. 400 for a span of nothing or of more than three
     * years.
     */
    @GET
    @WebMethod(name = "metrics")
    public HttpResponse doMetrics(StaplerRequest2 request) {
        return answer(view -> {
            Query query = new Query(request);
            Instant[] span = span(query, METRICS, view);
            Metrics.Span asked = new Metrics.Span(query.text("service"), query.text("environment"), span[0], span[1]);
            return JsonAnswer.of(new MetricsAnswer(
                    span[0], span[1], view.projection().metrics().of(asked, view.scope())));
        });
    }

    /**
     * Windows, freezes, planned releases and deploys of a span, and how each environment stands now. Parameters, each
     * optional: {@code service}, {@code environment} (both for deploys only), {@code from}, {@code to}; 31 days up to
     * the end of this hour without times. 400 for a span of nothing or of more than three years.
     */
    @GET
    @WebMethod(name = "calendar")
    public HttpResponse doCalendar(StaplerRequest2 request) {
        return answer(view -> {
            Query query = new Query(request);
            Instant[] span = span(query, Duration.ofDays(31), view);
            Planned planned = Planned.between(view, span[0], span[1]);
            DeployFilter filter = new DeployFilter(
                    query.text("service"), query.text("environment"), null, null, null, null, span[0], span[1], null);
            return JsonAnswer.of(new CalendarAnswer(
                    span[0],
                    span[1],
                    Planned.statuses(view),
                    planned.spans(),
                    planned.problem(view.reader().locale()),
                    view.projection().deploys().marks(filter, view.scope(), IN_CALENDAR)));
        });
    }

    private static Instant[] span(Query query, Duration usual, PageView view) {
        Instant to = query.time("to");
        Instant from = query.time("from");
        // Whole hours, so that asking again within one gives the same answer.
        Instant end = to != null
                ? to
                : view.data()
                        .clock()
                        .instant()
                        .truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                        .plusSeconds(3600);
        Instant start = from == null ? end.minus(usual) : from;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new Query.BadQuery(Message.of("dashboard.span"));
        }
        return new Instant[] {start, end};
    }

    /**
     * How far the ledger is, what the last verification found, and the newest 200 exceptions that the reader may see.
     */
    @GET
    @WebMethod(name = "audit")
    public HttpResponse doAudit() {
        return answer(view -> JsonAnswer.of(new AuditAnswer(
                view.projection().position().sequence(),
                view.projection().position().sequence() == 0
                        ? null
                        : view.projection().position().at(),
                view.data().isComplete(),
                Audit.get().state(),
                Translated.exceptions(view.projection().records().exceptions(view.scope(), EXCEPTIONS), view),
                view.reader().mayExport())));
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
