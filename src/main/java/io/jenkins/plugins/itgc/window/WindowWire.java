package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.WindowBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the window gate knows into what the ledger keeps. */
public final class WindowWire {
    private WindowWire() {}

    /**
     * A ruling of this gate as the ledger keeps it.
     *
     * @param service what is deployed; null when that is not said
     * @param grounds hashes of what a pass rests on
     */
    public static RulingEvent.Window event(
            Gate.Judgement<WindowEvidence> judgement,
            WindowPolicy policy,
            @Nullable String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Window(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(
                        ruling,
                        service,
                        policy(policy),
                        Known.map(judgement.evidence(), WindowWire::evidence),
                        grounds));
    }

    static WindowBody.Evidence evidence(WindowEvidence value) {
        return new WindowBody.Evidence(
                Known.map(value.change(), ChangeBody::of),
                value.now(),
                value.askedAt(),
                timeline(value.windows()),
                timeline(value.freezes()),
                value.until(),
                value.calendars().stream().map(WindowWire::calendar).toList(),
                value.planned().stream().map(WindowWire::plannedRelease).toList(),
                value.unreadable().stream().map(Message::english).toList(),
                Known.map(value.override(), WindowWire::override));
    }

    static WindowBody.Timeline timeline(Timeline value) {
        return new WindowBody.Timeline(
                value.periods().stream().map(WindowWire::period).toList());
    }

    static WindowBody.Period period(Period value) {
        return new WindowBody.Period(
                span(value.span()),
                value.causes().stream().map(WindowWire::cause).toList());
    }

    static WindowBody.Span span(Span value) {
        return new WindowBody.Span(value.start(), value.end());
    }

    static WindowBody.Cause cause(Cause value) {
        return new WindowBody.Cause(value.title(), value.source(), value.link());
    }

    static WindowBody.Calendar calendar(CalendarFacts value) {
        return new WindowBody.Calendar(
                value.name(), value.readAt(), value.skew(), Known.map(value.trouble(), Message::english));
    }

    static WindowBody.PlannedRelease plannedRelease(PlannedRelease value) {
        return new WindowBody.PlannedRelease(
                value.pullRequest(), value.title(), value.link(), value.at(), value.text());
    }

    static WindowBody.OverrideFacts override(WindowOverride value) {
        return new WindowBody.OverrideFacts(value.person(), value.reason(), value.until(), value.evidenceId());
    }

    static WindowBody.Policy policy(WindowPolicy value) {
        return new WindowBody.Policy(
                value.environment(),
                value.windows().stream().map(WindowWire::rule).toList(),
                value.freezes().stream().map(WindowWire::rule).toList(),
                value.calendars().stream().map(WindowWire::calendarRule).toList(),
                value.minRemaining(),
                value.waitAtMost(),
                value.waits(),
                value.maxAge(),
                value.maxSkew(),
                value.plannedDates());
    }

    static WindowBody.CalendarRule calendarRule(CalendarRule value) {
        return new WindowBody.CalendarRule(value.name(), value.zone(), value.windows(), value.freezes());
    }

    static WindowBody.WeeklyRule weeklyRule(WeeklyRule value) {
        return new WindowBody.WeeklyRule(
                value.days().stream().sorted().toList(),
                value.start(),
                value.minutes(),
                value.fixedLength(),
                value.zone(),
                value.text());
    }

    static WindowBody.DatedRule datedRule(DatedRule value) {
        return new WindowBody.DatedRule(
                value.year(),
                value.first(),
                value.start(),
                value.years(),
                value.last(),
                value.end(),
                value.zone(),
                value.title());
    }

    static WindowBody.Rule rule(TimeRule rule) {
        return rule instanceof WeeklyRule weekly ? weeklyRule(weekly) : datedRule((DatedRule) rule);
    }
}
