package io.jenkins.plugins.itgc.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.connect.TicketTrackers;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.connect.jira.JiraTickets;
import io.jenkins.plugins.itgc.connect.redmine.RedmineTickets;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.review.ReviewGate;
import io.jenkins.plugins.itgc.review.ReviewReader;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.Tickets;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import io.jenkins.plugins.itgc.threads.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Reviews pull requests in AWS Lambda. Set the function's handler to
 * {@code io.jenkins.plugins.itgc.lambda.ReviewHandler::handle} and subscribe it to the topic that GitHub's events come by.
 * What cannot be judged or published fails, so that Lambda tries again.
 */
public final class ReviewHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LambdaSettings settings;
    private final Map<String, String> variables;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService threads = new Threads().cached("review-read");

    /** As Lambda makes it: the settings are in the environment. */
    public ReviewHandler() {
        this(System.getenv());
    }

    ReviewHandler(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.settings = LambdaSettings.of(variables.get("ITGC_REVIEW"));
    }

    /**
     * Lambda's way to call a handler by streams.
     *
     * @param event of SNS, as JSON
     * @param answer takes what was decided, as a JSON list
     * @throws IllegalStateException when something could not be judged or published now
     */
    public void handle(InputStream event, OutputStream answer) throws IOException, InterruptedException {
        List<Map<String, String>> decided = new ArrayList<>();
        for (ReviewTarget place : new SnsRecords(settings.topics()).read(event)) {
            decided.add(review(place));
        }
        JSON.writeValue(answer, decided);
    }

    private Map<String, String> review(ReviewTarget place) throws InterruptedException {
        ReviewPolicy policy = settings.policy();
        InParallel parallel = new InParallel(threads);
        GitHub gitHub = new GitHub(
                http(Endpoint.bearer("GitHub", settings.gitHub(), () -> secret(settings.gitHubToken()))), parallel);
        ReviewReader.Sources sources = new ReviewReader.Sources(
                gitHub.pullRequests(),
                gitHub.productionBranch(),
                trackers(parallel),
                (repository, service, in) -> Optional.empty());
        ReviewRequest request = new ReviewRequest(place.repository(), place.pullRequest(), null, null, null, null);
        ReviewGate gate = new ReviewGate(request, policy, new ReviewReader(sources, parallel, policy));
        Gate.Judgement<ReviewEvidence> judgement = gate.rule(clock);
        return Map.of(
                "pullRequest",
                place.repository() + "#" + place.pullRequest(),
                "decision",
                published(judgement, policy, gitHub));
    }

    private static String published(Gate.Judgement<ReviewEvidence> judgement, ReviewPolicy policy, GitHub gitHub)
            throws InterruptedException {
        Ruling ruling = judgement.ruling();
        try {
            if (judgement.evidence() == null) {
                gitHub.reviews().withdraw(ruling, gitHub.reviews().standing(ruling.change()), Locale.ENGLISH);
            } else if (forProduction(judgement.evidence(), policy)) {
                gitHub.reviews().publish(ruling, Locale.ENGLISH);
            }
        } catch (EvidenceUnavailable e) {
            throw new IllegalStateException(e.finding().what(), e);
        }
        Decision decision = ruling.decision();
        if (decision instanceof Decision.Unknown unknown) {
            throw new IllegalStateException(unknown.reason());
        }
        return decision.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static boolean forProduction(ReviewEvidence evidence, ReviewPolicy policy) {
        return evidence.pullRequests().stream()
                .anyMatch(pull -> pull.facts().baseBranch().equals(policy.productionBranch()));
    }

    private TicketTrackers trackers(InParallel parallel) {
        Map<String, Tickets> trackers = new HashMap<>();
        settings.trackers().forEach(tracker -> trackers.put(tracker.name(), connect(tracker, parallel)));
        return new TicketTrackers(trackers);
    }

    private Tickets connect(LambdaSettings.TrackerSettings settings, InParallel parallel) {
        Tracker tracker = settings.tracker();
        if (tracker.kind() == Tracker.Kind.REDMINE) {
            Endpoint redmine =
                    new Endpoint("Redmine", tracker.url(), "X-Redmine-API-Key", () -> secret(settings.token()));
            return new RedmineTickets(http(redmine), tracker, settings.robots(), parallel);
        }
        JiraTickets.Dialect dialect = new JiraTickets.Dialect(settings.restVersion() == 2 ? 2 : 3, settings.robots());
        return new JiraTickets(http(jira(tracker, settings)), tracker, dialect, parallel);
    }

    private Endpoint jira(Tracker tracker, LambdaSettings.TrackerSettings settings) {
        Optional<String> token = secret(settings.token());
        int colon = token.map(text -> text.indexOf(':')).orElse(-1);
        return colon < 0
                ? Endpoint.bearer("Jira", tracker.url(), () -> token)
                : Endpoint.basic(
                        "Jira",
                        tracker.url(),
                        () -> token.map(
                                text -> new Endpoint.Login(text.substring(0, colon), text.substring(colon + 1))));
    }

    private HttpReader http(Endpoint endpoint) {
        return new HttpReader(client, endpoint, new Throttle(clock), HttpReader.Limits.DEFAULT);
    }

    private Optional<String> secret(String variable) {
        return Optional.ofNullable(variable).map(variables::get).filter(text -> !text.isEmpty());
    }
}
