package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Instant;
import java.util.List;

/** Requests for deploys of orders to production. */
final class Requests {
    static final DeployTarget ORDERS = new DeployTarget("orders", "production");
    static final DeployTarget STAGING = new DeployTarget("orders", "staging");

    private Requests() {}

    static String sha(int commit) {
        return String.format("%040x", commit);
    }

    static DeployNews of(int commit, String build) {
        return of(ORDERS, commit, build, false);
    }

    static DeployNews of(DeployTarget target, int commit, String build, boolean rollback) {
        return new DeployNews(
                null,
                DeployState.REQUESTED,
                target,
                "acme/orders",
                sha(commit),
                sha(1000 + commit),
                null,
                rollback,
                build,
                "https://jenkins.example/job/" + build,
                "mia",
                List.of(new DeployNews.PullRequest(
                        12, "Faster", "https://github.example/12", "alice", "bob", "2026-10-01T11:00:00Z")),
                List.of(new DeployNews.Ticket("jira", "OPS-7", "Faster", "https://jira.example/OPS-7")),
                List.of(new DeployNews.GatePass("review", "1:aa")),
                null,
                Instant.EPOCH);
    }
}
