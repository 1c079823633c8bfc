package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Exceptional;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.projection.Approvals;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says in the reader's language what the projections give in English, as far as the entries keep it as data. What people
 * wrote, and what old entries hold, stays as it was said.
 */
public final class Translated {
    private final EventLog log;
    private final Locale locale;

    private Translated(PageView view) {
        this.log = new EventLog(view.data().ledger());
        this.locale = view.reader().locale();
    }

    /** @param view what the reader sees, and in which language */
    public static List<Records.Exceptional> exceptions(List<Records.Exceptional> all, PageView view) {
        Translated translated = new Translated(view);
        return all.stream().map(translated::exception).toList();
    }

    private Records.Exceptional exception(Records.Exceptional one) {
        return new Records.Exceptional(
                one.sequence(),
                one.at(),
                one.kind(),
                one.environment(),
                one.service(),
                one.repository(),
                one.commit(),
                one.person(),
                said(one.sequence(), one.what(), event -> Exceptional.of(event)
                        .map(Exceptional::said)
                        .orElse(null)),
                one.link());
    }

    /** @param all each by the entry that holds it */
    static List<Records.Notice> notices(Map<Long, Records.Notice> all, PageView view) {
        Translated translated = new Translated(view);
        return all.entrySet().stream()
                .map(one -> translated.notice(one.getKey(), one.getValue()))
                .toList();
    }

    private Records.Notice notice(long sequence, Records.Notice one) {
        String what = said(
                sequence,
                one.what(),
                event -> event instanceof DeployEvent.Noticed noticed
                        ? noticed.body().said()
                        : null);
        return new Records.Notice(one.announcer(), one.at(), what, one.link());
    }

    static List<Approvals.Act> acts(List<Approvals.Act> all, PageView view) {
        Translated translated = new Translated(view);
        return all.stream().map(translated::act).toList();
    }

    private Approvals.Act act(Approvals.Act one) {
        String reason = said(
                one.sequence(),
                one.reason(),
                event -> event instanceof ApprovalEvent.Act act ? act.body().said() : null);
        return new Approvals.Act(one.what(), one.at(), one.person(), one.channel(), reason, one.sequence());
    }

    /** @param data what the entry keeps beside the sentence; null for nothing */
    private @Nullable String said(
            long sequence, @Nullable String english, Function<Event, @Nullable MessageBody> data) {
        if (english == null || english.isEmpty() || locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return english;
        }
        MessageBody body = log.entry(sequence).map(Recorded::event).map(data).orElse(null);
        return MessageBody.in(locale, body, english);
    }
}
