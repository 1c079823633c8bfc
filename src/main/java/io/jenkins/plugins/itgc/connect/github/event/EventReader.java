package io.jenkins.plugins.itgc.connect.github.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads from a delivery where to look; what does not concern us is ignored. */
public final class EventReader {
    /** What a comment must say for the bot to look again. */
    public static final String REVIEW_PLEASE = "review please";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PULL_REQUEST_ACTIONS =
            Set.of("opened", "edited", "synchronize", "reopened", "labeled", "unlabeled");

    private EventReader() {}

    /** @throws MalformedEvent when the delivery is not of the form that GitHub documents */
    public static GitHubEvent read(String name, byte[] payload) {
        try {
            return read(name, JSON.readTree(payload));
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedEvent("The payload of the event " + name + " cannot be read.", e);
        }
    }

    private static GitHubEvent read(String name, JsonNode payload) {
        return switch (name) {
            case "pull_request" -> pullRequest(payload);
            case "pull_request_review" -> review(payload);
            case "issue_comment" -> comment(payload);
            case "push" -> push(payload);
            case "installation", "installation_repositories" -> installation(payload);
            default -> GitHubEvent.ignored();
        };
    }

    private static GitHubEvent pullRequest(JsonNode payload) {
        String action = payload.path("action").asText();
        int number = number(payload.path("pull_request"));
        if (PULL_REQUEST_ACTIONS.contains(action)) {
            return one(new ReviewTarget(repository(payload), number, true));
        }
        return action.equals("closed")
                ? one(new ReviewTarget(repository(payload), number, false))
                : GitHubEvent.ignored();
    }

    /** A review by a bot, such as our own, is no reason to review. */
    private static GitHubEvent review(JsonNode payload) {
        boolean bot = payload.path("review").path("user").path("type").asText().equals("Bot");
        return one(new ReviewTarget(repository(payload), number(payload.path("pull_request")), !bot));
    }

    private static GitHubEvent comment(JsonNode payload) {
        JsonNode issue = payload.path("issue");
        String text = payload.path("comment").path("body").asText().strip().toLowerCase(Locale.ROOT);
        boolean asked = payload.path("action").asText().equals("created")
                && issue.has("pull_request")
                && text.equals(REVIEW_PLEASE);
        return asked ? one(new ReviewTarget(repository(payload), number(issue), true)) : GitHubEvent.ignored();
    }

    private static GitHubEvent push(JsonNode payload) {
        return payload.path("ref").asText().startsWith("refs/heads/")
                ? one(new ReviewTarget(repository(payload), null, true))
                : GitHubEvent.ignored();
    }

    private static GitHubEvent installation(JsonNode payload) {
        Set<String> gone = Set.of("deleted", "suspend", "removed");
        if (gone.contains(payload.path("action").asText())) {
            return GitHubEvent.ignored();
        }
        List<ReviewTarget> targets = new ArrayList<>();
        for (String list : List.of("repositories", "repositories_added")) {
            StreamSupport.stream(payload.path(list).spliterator(), false)
                    .map(repository ->
                            RepositoryId.parse(repository.path("full_name").asText()))
                    .map(repository -> new ReviewTarget(repository, null, true))
                    .forEach(targets::add);
        }
        return new GitHubEvent(targets);
    }

    private static GitHubEvent one(ReviewTarget place) {
        return new GitHubEvent(List.of(place));
    }

    private static RepositoryId repository(JsonNode payload) {
        return RepositoryId.parse(payload.path("repository").path("full_name").asText());
    }

    private static int number(JsonNode numbered) {
        int number = numbered.path("number").asInt();
        if (number < 1) {
            throw new IllegalArgumentException("It names no pull request.");
        }
        return number;
    }
}
