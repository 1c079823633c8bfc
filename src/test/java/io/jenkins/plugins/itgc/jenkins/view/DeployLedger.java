package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the controller's own ledger. */
final class DeployLedger {
    static final String COMMIT = "c".repeat(40);

    private DeployLedger() {}

    static long append(String kind, String subject, Map<String, ?> body) {
        return ItgcServices.get()
                .ledger()
                .append(new Draft(kind, subject, "user mia", body))
                .sequence();
    }

    /** A deploy by a build of this job that succeeded, with a text of somebody's choice as its title. */
    static long deploy(String job, String title, String link) {
        return deploy(job, "production", title, link);
    }

    /** The same in another environment. */
    static long deploy(String job, String environment, String title, String link) {
        Map<String, Object> body = new HashMap<>();
        body.put("service", job);
        body.put("environment", environment);
        body.put("repository", "acme/orders");
        body.put("commit", COMMIT);
        body.put("previous", "b".repeat(40));
        body.put("rollback", false);
        body.put("build", job + "#1");
        body.put("startedBy", "mia");
        body.put("pullRequests", List.of(Map.of("number", 12, "title", title, "url", link, "author", "alice")));
        body.put("tickets", List.of(Map.of("key", "OPS-7", "title", title, "url", link)));
        long id = append("deploy.requested", job + " in " + environment, body);
        body.put("deploy", String.valueOf(id));
        append("deploy.started", job + " in " + environment, body);
        append("deploy.succeeded", job + " in " + environment, body);
        return id;
    }

    /** Asks for an approval; its id. */
    static String approval(String job) {
        return String.valueOf(append(
                "approval.requested",
                "acme/orders@" + COMMIT + " in production",
                Map.of("build", job + "#1", "service", job)));
    }
}
