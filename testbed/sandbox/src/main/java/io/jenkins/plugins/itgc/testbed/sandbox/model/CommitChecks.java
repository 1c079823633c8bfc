package io.jenkins.plugins.itgc.testbed.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What machines said of commits, and where commits were deployed. */
public final class CommitChecks {
    private final List<Status> statuses = new ArrayList<>();
    private final List<CheckRun> runs = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();

    /** A commit status; description and target may be null. */
    public record Status(
            long id,
            String sha,
            String context,
            String state,
            String description,
            String target,
            Account creator,
            Instant at) {}

    /** A check run, with the fields as they were written. */
    public record CheckRun(long id, String sha, JsonNode written, Account creator, Instant at) {}

    /** A deployment; payload is an object or a text. */
    public record Deployment(
            long id,
            String sha,
            String ref,
            String task,
            String environment,
            String description,
            JsonNode payload,
            Account creator,
            Instant at,
            List<DeploymentStatus> statuses) {}

    /** How a deployment goes; targets may be empty. */
    public record DeploymentStatus(
            long id,
            String state,
            String description,
            String logUrl,
            String environmentUrl,
            Account creator,
            Instant at) {}

    /** Statuses, oldest first; may be changed. */
    public List<Status> statuses() {
        return statuses;
    }

    /** Check runs, oldest first; may be changed. */
    public List<CheckRun> runs() {
        return runs;
    }

    /** Deployments, oldest first; may be changed. */
    public List<Deployment> deployments() {
        return deployments;
    }

    /** A deployment by its id. */
    public Optional<Deployment> deployment(long id) {
        return deployments.stream().filter(deployment -> deployment.id() == id).findFirst();
    }
}
