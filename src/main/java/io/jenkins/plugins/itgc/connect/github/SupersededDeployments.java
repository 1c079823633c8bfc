package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the deployments inactive that a successful one of the same service and environment has taken the place of. The oldest
 * comes first: where this is cut short, what is below an inactive deployment is inactive too, and the next look is short.
 */
final class SupersededDeployments {
    private static final String INACTIVE = "inactive";
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 5;

    private final GitHubApi api;
    private final DeployNews done;
    private final DeploymentStatuses statuses;

    SupersededDeployments(GitHubApi api, DeployNews done, DeploymentStatuses statuses) {
        this.api = api;
        this.done = done;
        this.statuses = statuses;
    }

    private record Made(String id, long deploy) {}

    private record Page(List<Made> ofService, boolean last) {}

    /** @param own id of the deployment that succeeded; itself inactive when a later one has succeeded meanwhile */
    void settle(String own) throws EvidenceUnavailable, InterruptedException {
        Deque<String> oldestFirst = new ArrayDeque<>();
        boolean overtaken = look(oldestFirst);
        for (String id : oldestFirst) {
            statuses.add(id, INACTIVE, "Superseded by deploy " + done.deploy(), done);
        }
        if (overtaken && !statuses.latest(own).equals(Optional.of(INACTIVE))) {
            statuses.add(own, INACTIVE, "Superseded by a later deploy", done);
        }
    }

    /** Whether a later deploy has succeeded; finds those that this one supersedes. */
    private boolean look(Deque<String> oldestFirst) throws EvidenceUnavailable, InterruptedException {
        long own = Long.parseLong(done.deploy());
        boolean overtaken = false;
        for (int number = 1; number <= MOST_PAGES; number++) {
            Page page = page(number);
            for (Made made : page.ofService()) {
                String state =
                        made.deploy() == own ? "" : statuses.latest(made.id()).orElse("");
                if (made.deploy() < own && state.equals(INACTIVE)) {
                    return overtaken;
                }
                if (state.equals("success") && made.deploy() < own) {
                    oldestFirst.push(made.id());
                }
                overtaken |= state.equals("success") && made.deploy() > own;
            }
            if (page.last()) {
                return overtaken;
            }
        }
        return overtaken;
    }

    private Page page(int number) throws EvidenceUnavailable, InterruptedException {
        String query = "?per_page=" + PER_PAGE + "&environment="
                + PathSegments.encodedValue(done.target().environment()) + "&page=" + number;
        return api.get(statuses.deployments() + query, "deployments of " + done.repository(), json -> {
            List<Json> all = json.asList();
            List<Made> ofService = all.stream().flatMap(this::ofService).toList();
            return new Page(ofService, all.size() < PER_PAGE);
        });
    }

    private Stream<Made> ofService(Json deployment) {
        return GitHubDeployments.deployOf(deployment)
                .filter(deploy -> deploy.matches("[0-9]{1,18}"))
                .filter(deploy -> GitHubDeployments.serviceOf(deployment)
                        .equals(Optional.of(done.target().service())))
                .map(deploy -> new Made(deployment.identifier("id"), Long.parseLong(deploy)))
                .stream();
    }
}
