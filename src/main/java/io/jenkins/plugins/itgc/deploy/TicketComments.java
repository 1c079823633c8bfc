package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.Map;

/** Says on each ticket that its work was deployed. */
public final class TicketComments implements Announcer {
    private final Map<String, TicketNotes> trackers;

    /** @param trackers by the names that the configuration gives them */
    public TicketComments(Map<String, TicketNotes> trackers) {
        this.trackers = Map.copyOf(trackers);
    }

    @Override
    public String name() {
        return "ticket-comments";
    }

    @Override
    public boolean wants(DeployState state) {
        return state == DeployState.SUCCEEDED;
    }

    @Override
    public Announced announce(DeployNews news) throws EvidenceUnavailable, InterruptedException {
        int written = 0;
        for (DeployNews.Ticket ticket : news.tickets()) {
            TicketNotes notes = trackers.get(ticket.tracker());
            if (notes != null && notes.leave(ticket.key(), DeployDone.mark(news), text(news))) {
                written++;
            }
        }
        return Announced.onTickets(written, news.tickets().size());
    }

    private static String text(DeployNews news) {
        String sentence = DeployDone.sentence(news);
        return news.buildUrl() == null ? sentence : sentence + " " + news.buildUrl();
    }
}
