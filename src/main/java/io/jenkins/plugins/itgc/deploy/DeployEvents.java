package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeployedPullRequest;
import io.jenkins.plugins.itgc.ledger.event.DeployedTicket;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;

/** Turns news of deploys into events, and what has become of a deploy into news. */
final class DeployEvents {
    private DeployEvents() {}

    /** @param node the step of the build that asked */
    static DeployEvent.Progress event(DeployNews news, String node) {
        DeploymentBody body = new DeploymentBody(
                news.deploy(),
                news.target().service(),
                news.target().environment(),
                news.repository(),
                news.commit(),
                news.tree(),
                news.previous(),
                news.rollback(),
                news.build(),
                node,
                news.buildUrl(),
                news.startedBy(),
                news.pullRequests().stream().map(DeployWire::pullRequest).toList(),
                news.tickets().stream().map(DeployWire::ticket).toList(),
                news.gates().stream()
                        .map(pass -> new DeploymentBody.GatePass(pass.gate(), pass.evidence()))
                        .toList(),
                Known.map(news.reason(), Message::english),
                MessageBody.beside(news.reason()));
        return news.state().event(subject(news.target()), body);
    }

    static Subject.OfTarget subject(DeployTarget target) {
        return new Subject.OfTarget(target.service(), target.environment());
    }

    static DeployTarget target(DeployFold deploy) {
        return new DeployTarget(deploy.target().service(), deploy.target().environment());
    }

    static DeployNews news(DeployFold deploy) {
        DeploymentBody body = deploy.body();
        return new DeployNews(
                Long.toString(deploy.id()),
                deploy.state(),
                target(deploy),
                body.repository(),
                body.commit(),
                body.tree(),
                body.previous(),
                body.rollback(),
                deploy.build(),
                body.buildUrl(),
                body.startedBy(),
                body.pullRequests().stream().map(DeployEvents::pullRequest).toList(),
                body.tickets().stream().map(DeployEvents::ticket).toList(),
                body.gates().stream()
                        .map(pass -> new DeployNews.GatePass(pass.gate(), pass.evidence()))
                        .toList(),
                body.why(),
                deploy.newest().at());
    }

    static DeployNews.PullRequest pullRequest(DeployedPullRequest carried) {
        return new DeployNews.PullRequest(
                carried.number(),
                carried.title(),
                carried.url(),
                carried.author(),
                carried.mergedBy(),
                carried.mergedAt());
    }

    static DeployNews.Ticket ticket(DeployedTicket ticket) {
        return new DeployNews.Ticket(ticket.tracker(), ticket.key(), ticket.title(), ticket.url());
    }
}
