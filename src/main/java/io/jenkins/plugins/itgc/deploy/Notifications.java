package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which systems were notified of which deploys, as the ledger tells.
 *
 * @param ledger where that stands
 */
public record Notifications(Ledger ledger) {
    private static final int READ_AT_ONCE = 1000;

    /** What tells news to one system apart from other news. */
    public static List<String> key(String announcer, DeployNews news) {
        return List.of(announcer, news.deploy(), news.state().kind());
    }

    /** Keys of all news that were told. */
    public Set<List<String>> sent() {
        Set<List<String>> sent = new HashSet<>();
        long after = 0;
        List<Recorded<DeployEvent.Noticed>> next;
        do {
            next = new EventLog(ledger).after(DeployEvent.Noticed.class, after, READ_AT_ONCE);
            for (Recorded<DeployEvent.Noticed> notice : next) {
                sent.add(key(notice.event().body()));
                after = notice.sequence();
            }
        } while (next.size() == READ_AT_ONCE);
        return sent;
    }

    private static List<String> key(DeployEvent.Notice notice) {
        return List.of(
                String.valueOf(notice.announcer()), String.valueOf(notice.deploy()), String.valueOf(notice.state()));
    }

    /** Records that a system was told. */
    public void record(Announcer announcer, DeployNews news, Announcer.Announced announced) {
        DeployEvent.Notice notice = new DeployEvent.Notice(
                news.id(),
                announcer.name(),
                news.state().kind(),
                news.target().service(),
                news.target().environment(),
                announced.what().english(),
                announced.link(),
                MessageBody.beside(announced.what()));
        new EventLog(ledger)
                .append(
                        new DeployEvent.Noticed(DeployEvents.subject(news.target()), notice),
                        Actor.named(announcer.name()));
    }
}
