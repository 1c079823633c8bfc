package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.TimeText;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.window.LedgerOverrides;
import io.jenkins.plugins.itgc.window.Openings;
import io.jenkins.plugins.itgc.window.Timetable;
import io.jenkins.plugins.itgc.window.WindowEvidence;
import io.jenkins.plugins.itgc.window.WindowGate;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import io.jenkins.plugins.itgc.window.WindowReader;
import io.jenkins.plugins.itgc.window.WindowWire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code calendarWindow} step was asked for. */
public final class WindowCall extends AbstractGateCall {
    private static final long serialVersionUID = 1L;

    private final ChangeParameters subject;
    private final String minRemaining;
    private final String waitAtMost;
    private final Boolean waits;
    private final long askedAt;

    /**
     * What the pipeline asked for.
     *
     * @param wish what it asks for beyond the configuration
     * @param now when it was asked
     */
    public WindowCall(
            String environment,
            String service,
            ChangeParameters subject,
            boolean failOnRefuse,
            WindowEntry.Wish wish,
            Instant now) {
        super(environment, service, failOnRefuse);
        this.subject = subject;
        this.minRemaining = wish.minRemaining();
        this.waitAtMost = wish.waitAtMost();
        this.waits = wish.waits();
        this.askedAt = now.toEpochMilli();
    }

    @Override
    OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry entry = configuration.environment(environment());
        WindowPolicy policy = configuration.windowPolicy(entry, new WindowEntry.Wish(minRemaining, waitAtMost, waits));
        Run<?, ?> build = context.get(Run.class);
        ChangeOfBuild change = ChangeOfBuild.find(build, subject, entry, service());
        return Opened.of(change, policy, service(), Instant.ofEpochMilli(askedAt));
    }

    /** The window gate, connected to the calendars of the controller. */
    private static final class Opened implements OpenGate<WindowEvidence> {
        private static final Duration PATIENCE = Duration.ofMinutes(15);

        private final WindowGate gate;
        private final WindowPolicy policy;
        private final String service;

        /** When it may go out, as it was judged last; null when that is not known. */
        private Instant planned;

        private Opened(WindowGate gate, WindowPolicy policy, String service) {
            this.gate = gate;
            this.policy = policy;
            this.service = service;
        }

        static Opened of(ChangeOfBuild change, WindowPolicy policy, String service, Instant askedAt) {
            ItgcServices services = ItgcServices.get();
            WindowReader.Sources sources =
                    new WindowReader.Sources(change, DeployCalendars.get(), new LedgerOverrides(services.ledger()));
            WindowReader reader = new WindowReader(policy, sources, services.reads(), services.clock());
            WindowGate.Request request = new WindowGate.Request(change.unread(), service, askedAt);
            return new Opened(new WindowGate(request, policy, reader), policy, service);
        }

        @Override
        public Gate<WindowEvidence> gate() {
            return gate;
        }

        @Override
        public RulingEvent event(Gate.Judgement<WindowEvidence> judgement, Map<String, String> grounds) {
            return WindowWire.event(judgement, policy, service, grounds);
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public Map<String, Object> result(WindowEvidence evidence) {
            Timetable timetable = new Timetable(evidence.windows(), evidence.freezes(), evidence.until());
            Openings openings = new Openings(timetable, policy.minRemaining());
            String until = openings.at(evidence.now())
                    .map(period -> TimeText.of(period.span().end()))
                    .orElse("");
            String next = openings.next(evidence.now())
                    .map(period -> TimeText.of(period.span().start()))
                    .orElse("");
            planned = gate.opening(evidence);
            return Map.of("openUntil", until, "opensNext", next);
        }

        @Override
        public String publish(Ruling ruling) throws EvidenceUnavailable, InterruptedException {
            if (!(ruling.decision() instanceof Decision.Wait)
                    || planned == null
                    || !ruling.change().identified()) {
                return "Nothing was written to a calendar.";
            }
            boolean entered = CalendarReleases.plan(ruling.change(), service, planned);
            return entered
                    ? "The release is planned in the calendar for " + TimeText.of(planned) + "."
                    : "No calendar takes releases.";
        }
    }
}
