package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a commit one status for each environment that says what the gate decided, and nothing twice. */
public final class GitHubStatuses {
    /** GitHub takes no more characters than this. */
    private static final int LONGEST = 140;

    private final GitHubApi api;

    GitHubStatuses(GitHubApi api) {
        this.api = api;
    }

    /**
     * The name of the status, which a branch protection may require.
     *
     * @param environment null when there is only one and it has no name
     */
    public static String context(@Nullable String environment) {
        return environment == null ? "itgc/review" : "itgc/review: " + environment;
    }

    /**
     * Puts the ruling on the commit it is about.
     *
     * @param language in which it is described
     * @throws EvidenceUnavailable when GitHub does not tell what stands there, or does not take it; the ruling itself stands
     */
    public Written put(Ruling ruling, Locale language) throws EvidenceUnavailable, InterruptedException {
        Change change = ruling.change();
        Status wanted =
                new Status(state(ruling.decision()), shown(ruling.explanation().summary(language)));
        String context = context(change.environment());
        if (standing(change, context).filter(wanted::equals).isPresent()) {
            return Written.UNCHANGED;
        }
        Map<String, String> status =
                Map.of("state", wanted.state(), "context", context, "description", wanted.description());
        String path = "/repos/" + change.repository() + "/statuses/" + change.commit();
        api.write("POST", path, "a commit status", status);
        return Written.SUBMITTED;
    }

    private record Status(String state, String description) {
        static Status of(Json status) {
            return new Status(
                    status.text("state"),
                    status.optionalText("description").orElse("").strip());
        }
    }

    /** Among the newest hundred; where so many others came after ours, it is put again. */
    private Optional<Status> standing(Change change, String context) throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + change.repository() + "/commits/" + change.commit() + "/statuses?per_page=100";
        return api.get(
                path,
                "the statuses of " + change.readCommit().abbreviated(),
                newestFirst -> newestFirst.asList().stream()
                        .filter(status -> status.text("context").equalsIgnoreCase(context))
                        .findFirst()
                        .map(Status::of));
    }

    private static String state(Decision decision) {
        if (decision instanceof Decision.Pass) {
            return "success";
        }
        return decision instanceof Decision.Unknown ? "error" : "failure";
    }

    private static String shown(String summary) {
        return summary.codePointCount(0, summary.length()) <= LONGEST
                ? summary.strip()
                : summary.substring(0, summary.offsetByCodePoints(0, LONGEST - 1))
                                .strip() + "…";
    }
}
