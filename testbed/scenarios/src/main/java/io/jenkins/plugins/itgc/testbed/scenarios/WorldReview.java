package io.jenkins.plugins.itgc.testbed.scenarios;

import io.jenkins.plugins.itgc.connect.TicketTrackers;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.connect.github.Written;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.connect.jira.JiraTickets;
import io.jenkins.plugins.itgc.connect.redmine.RedmineTickets;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.ReviewGate;
import io.jenkins.plugins.itgc.review.ReviewReader;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.Tickets;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The review gate against a world, without a controller: what the bench measures and the attacks try. */
public final class WorldReview implements AutoCloseable {
    private static final HttpReader.Limits LIMITS =
            new HttpReader.Limits(Duration.ofSeconds(5), 1, Duration.ofMillis(20));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InParallel parallel = new InParallel(threads);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Throttle throttle = new Throttle(Clock.systemUTC());
    private final Sandbox sandbox;
    private final ReviewPolicy policy;
    private final Map<String, CommitId> deployed = new HashMap<>();

    public WorldReview(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.policy = new WorldPolicy(sandbox).review();
    }

    public ReviewPolicy policy() {
        return policy;
    }

    /** Says what was deployed last, where there is no ledger to tell. */
    public void deployed(String service, String environment, CommitId commit) {
        deployed.put(service + " in " + environment, commit);
    }

    /** The commit that the world calls so. */
    public CommitId commit(RepositoryId repository, String alias) {
        return sandbox.world()
                .locked(() -> new CommitId(sandbox.world()
                        .repository(repository.toString())
                        .commitAt(alias)
                        .orElseThrow()));
    }

    /** Reviews a change once. */
    public Gate.Judgement<ReviewEvidence> review(ReviewRequest request) throws InterruptedException {
        return gate(request, gitHub()).rule(Clock.systemUTC());
    }

    /** Reviews a change once and says so on its pull request. */
    public Published reviewAndPublish(ReviewRequest request) throws EvidenceUnavailable, InterruptedException {
        GitHub gitHub = gitHub();
        Gate.Judgement<ReviewEvidence> judgement = gate(request, gitHub).rule(Clock.systemUTC());
        boolean identified = judgement.ruling().change().identified();
        return new Published(
                judgement, identified ? gitHub.reviews().publish(judgement.ruling(), Locale.ENGLISH) : null);
    }

    /**
     * A review that was published.
     *
     * @param written null when the change could not even be identified, so that there was nothing to write to
     */
    public record Published(Gate.Judgement<ReviewEvidence> judgement, Written written) {}

    /** The gate for a change, on a GitHub that may then publish what was decided. */
    public ReviewGate gate(ReviewRequest request, GitHub gitHub) {
        ReviewReader.Sources sources = new ReviewReader.Sources(
                gitHub.pullRequests(), gitHub.productionBranch(), tickets(), this::lastDeployed);
        return new ReviewGate(request, policy, new ReviewReader(sources, parallel, policy));
    }

    private Optional<CommitId> lastDeployed(RepositoryId repository, String service, String environment) {
        return Optional.ofNullable(deployed.get(service + " in " + environment));
    }

    /** The world's GitHub, seen with the gates' own token. */
    public GitHub gitHub() {
        return new GitHub(http(Endpoint.bearer("GitHub", sandbox.gitHubApi(), WorldReview::token)), parallel);
    }

    private TicketTrackers tickets() {
        Map<String, Tickets> trackers = new HashMap<>();
        for (Tracker tracker : policy.ticket().trackers()) {
            trackers.put(tracker.name(), tickets(tracker));
        }
        return new TicketTrackers(trackers);
    }

    private Tickets tickets(Tracker tracker) {
        URI url = tracker.url();
        if (tracker.kind() == Tracker.Kind.REDMINE) {
            HttpReader http = http(new Endpoint("Redmine", url, "X-Redmine-API-Key", WorldReview::token));
            return new RedmineTickets(http, tracker, Set.of(), parallel);
        }
        HttpReader http = http(Endpoint.bearer("Jira", url, WorldReview::token));
        return new JiraTickets(http, tracker, new JiraTickets.Dialect(3, Set.of()), parallel);
    }

    private HttpReader http(Endpoint endpoint) {
        return new HttpReader(client, endpoint, throttle, LIMITS);
    }

    private static Optional<String> token() {
        return Optional.of(WorldPolicy.TOKEN);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
