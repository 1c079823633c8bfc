package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.dashboard.DeployJson;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** One deploy for somebody outside: the story, without evidence, builds or anybody else's deploys. */
public final class SharedDeploy {
    private final String token;

    /** What people outside are told. */
    record Story(
            String service,
            String environment,
            boolean rollback,
            Instant requestedAt,
            Instant startedAt,
            Instant finishedAt,
            String result,
            List<Change> changes,
            List<DeployJson.Ticket> tickets,
            List<String> approvers) {}

    /** What changed, by its title. */
    record Change(int number, String title) {}

    SharedDeploy(String token) {
        this.token = token;
    }

    /** What the page draws: this one deploy. */
    public Dashboard getDashboard() {
        return Dashboard.shared("data");
    }

    /**
     * The story of the deploy as JSON. 404 when the link is wrong, expired or revoked, and when that cannot be told.
     */
    @GET
    @WebMethod(name = "data")
    public HttpResponse doData() {
        Optional<Deploy> deploy = SharedDeploys.open(token);
        return deploy.<HttpResponse>map(found -> JsonAnswer.of(story(found)))
                .orElseGet(() -> JsonAnswer.problem(404, Message.of("dashboard.link-invalid")));
    }

    private static Story story(Deploy deploy) {
        DeployJson told = DeployJson.of(deploy, new JenkinsReader());
        return new Story(
                told.service(),
                told.environment(),
                told.rollback(),
                told.requestedAt(),
                told.startedAt(),
                told.finishedAt(),
                told.result(),
                told.pullRequests().stream()
                        .map(pullRequest -> new Change(pullRequest.number(), pullRequest.title()))
                        .toList(),
                told.tickets().stream()
                        .map(ticket -> new DeployJson.Ticket(ticket.key(), null, ticket.title()))
                        .toList(),
                DeployRecords.get().current().approvals().approvers(deploy));
    }
}
