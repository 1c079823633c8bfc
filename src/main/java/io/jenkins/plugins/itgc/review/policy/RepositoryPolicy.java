package io.jenkins.plugins.itgc.review.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a repository's {@code .itgc.yml}, read from the production branch, asks for on top of the controller's policy.
 * It can only ask for more.
 *
 * @param requiredApprovals at least as many as the controller asks for; null to leave it
 * @param approvalLabel empty to let no label count as an approval; null to leave it
 * @param ticketProjects some of the projects whose tickets count; null to leave it
 * @param migrationFiles further globs of files that need a migration; null for none
 */
public record RepositoryPolicy(
        Integer requiredApprovals, String approvalLabel, List<String> ticketProjects, List<String> migrationFiles) {
    /** Where the file stands in a repository. */
    public static final String FILE = ".itgc.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private record Document(RepositoryPolicy review) {}

    /**
     * Reads the file.
     *
     * @param text its content; blank asks for nothing
     * @throws InvalidPolicy that names the key and the line
     */
    public static RepositoryPolicy parse(String text) {
        if (text.isBlank()) {
            return new RepositoryPolicy(null, null, null, null);
        }
        YamlLines lines = YamlLines.of(text);
        try {
            Document document = YAML.readValue(text, Document.class);
            return document == null || document.review() == null
                    ? new RepositoryPolicy(null, null, null, null)
                    : document.review();
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidPolicy(path(e), "there is no such key", e).at(place(lines, e));
        } catch (JsonMappingException e) {
            throw new InvalidPolicy(path(e), "its value is of the wrong type", e).at(place(lines, e));
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy("review", "the file is not YAML", e).at(FILE);
        }
    }

    private static String place(YamlLines lines, JsonMappingException e) {
        return FILE + ", line " + lines.line(keys(e));
    }

    private static List<String> keys(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String path(JsonMappingException e) {
        return keys(e).isEmpty() ? "review" : String.join(".", keys(e));
    }

    /** @throws InvalidPolicy when this would ask for less than the controller does */
    public ReviewPolicy tighten(ReviewPolicy policy) {
        int approvals = requiredApprovals == null ? policy.requiredApprovals() : requiredApprovals;
        requireMore(
                approvals >= policy.requiredApprovals(),
                "review.requiredApprovals",
                approvals + " is less than the " + policy.requiredApprovals() + " that the controller asks for");
        String label = approvalLabel == null ? policy.approvalLabel() : approvalLabel.trim();
        requireMore(
                label.isEmpty() || label.equalsIgnoreCase(policy.approvalLabel()),
                "review.approvalLabel",
                "a repository may turn the approving label off, not choose another");
        List<String> migrations = new ArrayList<>(policy.migrationFiles());
        migrations.addAll(migrationFiles == null ? List.of() : migrationFiles);
        return new ReviewPolicy(
                policy.productionBranch(), approvals, label, tickets(policy.ticket()), migrations, policy.identities());
    }

    private TicketPolicy tickets(TicketPolicy policy) {
        if (ticketProjects == null) {
            return policy;
        }
        for (String project : ticketProjects) {
            boolean known = policy.trackers().stream()
                    .anyMatch(tracker -> tracker.projects().contains(project));
            requireMore(
                    known, "review.ticketProjects", "tickets of project \"" + project + "\" do not count anyway");
        }
        List<Tracker> trackers = policy.trackers().stream()
                .filter(tracker -> tracker.projects().stream().anyMatch(ticketProjects::contains))
                .map(tracker -> tracker.only(ticketProjects))
                .toList();
        return new TicketPolicy(policy.marker(), trackers);
    }

    private static void requireMore(boolean more, String key, String problem) {
        if (!more) {
            throw new InvalidPolicy(key, problem).at(FILE);
        }
    }
}
