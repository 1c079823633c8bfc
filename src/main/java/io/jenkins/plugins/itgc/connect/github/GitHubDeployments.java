package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployDone;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps a deployment on GitHub for each deploy, with the state that it is in. */
public final class GitHubDeployments implements Announcer {
    /** Names the deploy in the deployment's payload, by which it is found again. */
    private static final String PAYLOAD = "itgcDeploy";

    private static final String SERVICE = "service";

    private static final Map<DeployState, String> STATES = Map.of(
            DeployState.STARTED, "in_progress",
            DeployState.SUCCEEDED, "success",
            DeployState.FAILED, "failure",
            DeployState.ABORTED, "error",
            DeployState.UNKNOWN, "error");
    private static final int MOST_PAGES = 5;

    private final GitHubApi api;

    GitHubDeployments(GitHubApi api) {
        this.api = api;
    }

    @Override
    public String name() {
        return "github-deployment";
    }

    @Override
    public boolean wants(DeployState state) {
        return STATES.containsKey(state);
    }

    @Override
    public Announced announce(DeployNews news) throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + news.repository() + "/deployments";
        Optional<String> present = find(path, news);
        if (present.isEmpty() && news.state() == DeployState.ABORTED) {
            return new Announced(Message.of("deploy.notice.github-none"), null);
        }
        String id = present.isPresent() ? present.get() : create(path, news);
        String wanted = Objects.requireNonNull(STATES.get(news.state()), "Only what is wanted is told.");
        tell(id, wanted, new DeploymentStatuses(api, path), news);
        return new Announced(Message.of("deploy.notice.github", id, wanted), null);
    }

    private void tell(String id, String wanted, DeploymentStatuses statuses, DeployNews news)
            throws EvidenceUnavailable, InterruptedException {
        String present = statuses.latest(id).orElse("");
        boolean succeeded = news.state() == DeployState.SUCCEEDED;
        if (!present.equals(wanted) && !(succeeded && present.equals("inactive"))) {
            statuses.add(id, wanted, description(news), news);
        }
        if (succeeded) {
            new SupersededDeployments(api, news, statuses).settle(id);
        }
    }

    private Optional<String> find(String path, DeployNews news) throws EvidenceUnavailable, InterruptedException {
        String query = "?per_page=100&sha=" + news.commit() + "&environment="
                + PathSegments.encodedValue(news.target().environment());
        List<String> ours =
                api.list(path + query, "deployments of " + news.repository(), MOST_PAGES, page -> page.asList().stream()
                        .filter(deployment -> ours(deployment, news))
                        .map(deployment -> deployment.identifier("id"))
                        .toList());
        return ours.stream().findFirst();
    }

    private static boolean ours(Json deployment, DeployNews news) {
        return deployOf(deployment).filter(news.id()::equals).isPresent();
    }

    /** The deploy that a deployment says it belongs to. */
    static Optional<String> deployOf(Json deployment) {
        return payload(deployment, PAYLOAD);
    }

    /** The service that a deployment says it is of. */
    static Optional<String> serviceOf(Json deployment) {
        return payload(deployment, SERVICE);
    }

    private static Optional<String> payload(Json deployment, String name) {
        return deployment.optional("payload").filter(Json::isObject).flatMap(payload -> payload.optionalText(name));
    }

    /** Without automatic merging and without asking for checks: the gates have decided. */
    private String create(String path, DeployNews news) throws EvidenceUnavailable, InterruptedException {
        Map<String, Object> body = new HashMap<>();
        body.put("ref", news.commit());
        body.put("environment", news.target().environment());
        body.put("auto_merge", false);
        body.put("required_contexts", List.of());
        body.put("description", news.rollback() ? "Rollback" : "Deploy " + news.deploy());
        body.put("payload", Map.of(PAYLOAD, news.id(), SERVICE, news.target().service()));
        return api.write("POST", path, "a deployment", body).identifier("id");
    }

    private static String description(DeployNews news) {
        return news.reason() == null ? DeployDone.mark(news) : news.reason().english();
    }
}
