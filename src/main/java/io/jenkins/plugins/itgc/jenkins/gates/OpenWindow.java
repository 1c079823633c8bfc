package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.window.WindowWire;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.window.LedgerOverrides;
import io.jenkins.plugins.itgc.window.Openings;
import io.jenkins.plugins.itgc.window.Timetable;
import io.jenkins.plugins.itgc.window.WindowEvidence;
import io.jenkins.plugins.itgc.window.WindowGate;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import io.jenkins.plugins.itgc.window.WindowReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The window gate, connected to the calendars of the controller. */
final class OpenWindow implements OpenGate<WindowEvidence> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final WindowGate gate;
    private final WindowPolicy policy;
    private final String service;

    /** When it may go out, as it was judged last; null when that is not known. */
    private Instant planned;

    private OpenWindow(WindowGate gate, WindowPolicy policy, String service) {
        this.gate = gate;
        this.policy = policy;
        this.service = service;
    }

    static OpenWindow of(ChangeOfBuild change, WindowPolicy policy, String service, Instant askedAt) {
        ItgcServices services = ItgcServices.get();
        WindowReader.Sources sources = new WindowReader.Sources(
                change, DeployCalendars.get(), new LedgerOverrides(services.ledger()));
        WindowReader reader = new WindowReader(policy, sources, services.reads(), services.clock());
        WindowGate.Request request = new WindowGate.Request(change.unread(), service, askedAt);
        return new OpenWindow(new WindowGate(request, policy, reader), policy, service);
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
                .map(period -> period.span().end().toString())
                .orElse("");
        String next = openings.next(evidence.now())
                .map(period -> period.span().start().toString())
                .orElse("");
        planned = gate.opening(evidence);
        return Map.of("openUntil", until, "opensNext", next);
    }

    @Override
    public String publish(Ruling ruling) throws EvidenceUnavailable, InterruptedException {
        if (!(ruling.decision() instanceof Decision.Wait) || planned == null || !ruling.change().identified()) {
            return "Nothing was written to a calendar.";
        }
        boolean entered = CalendarReleases.plan(ruling.change(), service, planned);
        return entered ? "The release is planned in the calendar for " + planned + "." : "No calendar takes releases.";
    }
}
