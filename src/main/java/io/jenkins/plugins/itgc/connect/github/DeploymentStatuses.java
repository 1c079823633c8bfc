package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What states the deployments of a repository are in. */
record DeploymentStatuses(GitHubApi api, String deployments) {
    private static final int LONGEST = 140;

    /** The state that was written last; empty when none was. */
    Optional<String> latest(String id) throws EvidenceUnavailable, InterruptedException {
        return api.get(path(id) + "?per_page=1", "deployment statuses", json -> json.asList().stream()
                .map(status -> status.text("state"))
                .findFirst());
    }

    /**
     * Writes a state. GitHub is asked to touch no other deployment: it would leave out those of production, and would take
     * those of another service in the same environment for earlier ones.
     */
    void add(String id, String state, String description, DeployNews news)
            throws EvidenceUnavailable, InterruptedException {
        Map<String, Object> body = new HashMap<>();
        body.put("state", state);
        body.put("environment", news.target().environment());
        body.put("description", shortened(description));
        body.put("auto_inactive", false);
        if (news.buildUrl() != null) {
            body.put("log_url", news.buildUrl());
        }
        api.write("POST", path(id), "a deployment status", body);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private String path(String id) {
        return deployments + "/" + id + "/statuses";
    }
}
