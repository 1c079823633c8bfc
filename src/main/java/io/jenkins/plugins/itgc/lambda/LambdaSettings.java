package io.jenkins.plugins.itgc.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the function is told: the rules, as JSON in {@code ITGC_REVIEW}; secrets each in a variable of their own, which the
 * rules name.
 *
 * @param gitHub address of GitHub's REST interface
 * @param gitHubToken name of the variable with the token
 * @param topics ARNs of the topics that may bring events; at least one
 * @param productionBranch whose pull requests are reviewed; null for master
 * @param requiredApprovals how many peers must approve
 * @param approvalLabel label that counts as an approval; empty for none, null for the usual one
 * @param ticketMarker word that marks the ticket
 * @param migrationFiles globs of files that need a migration
 * @param trackers ticket trackers
 * @param identities who is who
 */
record LambdaSettings(
        URI gitHub,
        String gitHubToken,
        Set<String> topics,
        @Nullable String productionBranch,
        int requiredApprovals,
        @Nullable String approvalLabel,
        String ticketMarker,
        List<String> migrationFiles,
        List<TrackerSettings> trackers,
        List<PersonSettings> identities) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A ticket tracker.
     *
     * @param token name of the variable with the token; for Jira Cloud with {@code user:token}
     * @param restVersion of Jira: 2 or 3
     * @param robots accounts that are no people
     */
    record TrackerSettings(
            String name,
            Tracker.Kind kind,
            URI url,
            Set<String> projects,
            Set<String> approvedStatuses,
            String managersGroup,
            String token,
            int restVersion,
            Set<String> robots) {
        TrackerSettings {
            robots = robots == null ? Set.of() : Set.copyOf(robots);
        }

        Tracker tracker() {
            return new Tracker(name, kind, url, projects, approvedStatuses, managersGroup);
        }
    }

    /**
     * A person.
     *
     * @param gitHub login
     * @param accounts account by name of the tracker
     */
    record PersonSettings(String gitHub, Map<String, String> accounts) {
        People.Known known() {
            if (gitHub == null || gitHub.isBlank()) {
                throw new InvalidPolicy("identities", Message.text("an entry names no GitHub login"));
            }
            return new People.Known(
                    new Person(gitHub),
                    accounts.entrySet().stream()
                            .map(account -> new Account(account.getKey(), account.getValue()))
                            .collect(Collectors.toSet()),
                    "");
        }
    }

    LambdaSettings {
        gitHub = gitHub == null ? URI.create("https://api.github.com") : gitHub;
        migrationFiles = migrationFiles == null ? ReviewPolicy.SQL : List.copyOf(migrationFiles);
        identities = identities == null ? List.of() : List.copyOf(identities);
        if (topics == null || topics.isEmpty() || trackers == null) {
            throw new IllegalArgumentException("ITGC_REVIEW must name topics and trackers.");
        }
    }

    /** @throws IllegalArgumentException when the rules are missing or make no sense */
    static LambdaSettings of(@Nullable String json) {
        if (json == null || json.isBlank()) {
            throw new IllegalArgumentException("Set the variable ITGC_REVIEW to the rules of the review, as JSON.");
        }
        try {
            return JSON.readValue(json, LambdaSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("ITGC_REVIEW cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    ReviewPolicy policy() {
        TicketPolicy tickets = new TicketPolicy(
                ticketMarker, trackers.stream().map(TrackerSettings::tracker).toList());
        People people =
                new People(identities.stream().map(PersonSettings::known).toList());
        return new ReviewPolicy(
                productionBranch == null ? "master" : productionBranch,
                Math.max(1, requiredApprovals),
                approvalLabel == null ? ReviewPolicy.LGTM : approvalLabel,
                tickets,
                migrationFiles,
                people);
    }
}
