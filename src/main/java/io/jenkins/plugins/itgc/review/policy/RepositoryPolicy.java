package io.jenkins.plugins.itgc.review.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a repository's {@code .itgc.yml}, read from the production branch, asks for on top of the controller's policy.
 * It can only ask for more.
 */
public final class RepositoryPolicy {
    /** Where the file stands in a repository. */
    public static final String FILE = ".itgc.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Wishes wishes;
    private final YamlLines lines;

    private RepositoryPolicy(Wishes wishes, YamlLines lines) {
        this.wishes = wishes;
        this.lines = lines;
    }

    private record Document(@Nullable Wishes review) {}

    /**
     * The keys of the file.
     *
     * @param requiredApprovals at least as many as the controller asks for; null to leave it
     * @param approvalLabel empty to let no label count as an approval; null to leave it
     * @param ticketProjects some of the projects whose tickets count; null to leave it
     * @param migrationFiles further globs of files that need a migration; null for none
     */
    private record Wishes(
            @Nullable Integer requiredApprovals,
            @Nullable String approvalLabel,
            @Nullable List<String> ticketProjects,
            @Nullable List<String> migrationFiles) {
        static final Wishes NONE = new Wishes(null, null, null, null);
    }

    /**
     * Reads the file.
     *
     * @param text its content; blank asks for nothing
     * @throws InvalidPolicy that names the key and the line
     */
    public static RepositoryPolicy parse(String text) {
        YamlLines lines = YamlLines.of(text);
        return new RepositoryPolicy(lines.isEmpty() ? Wishes.NONE : wishes(text, lines), lines);
    }

    private static Wishes wishes(String text, YamlLines lines) {
        try {
            Document document = YAML.readValue(text, Document.class);
            return document == null || document.review() == null ? Wishes.NONE : document.review();
        } catch (UnrecognizedPropertyException e) {
            throw lines.invalid(path(e), Message.of("review.policy.no-key"), e);
        } catch (JsonMappingException e) {
            throw lines.invalid(path(e), Message.of("review.policy.wrong-type"), e);
        } catch (JsonProcessingException e) {
            throw lines.invalid(List.of(), Message.of("review.policy.not-yaml"), e);
        }
    }

    private static List<Object> path(JsonMappingException e) {
        return e.getPath().stream()
                .<Object>map(step -> step.getFieldName() == null ? step.getIndex() : step.getFieldName())
                .toList();
    }

    /** @throws InvalidPolicy when this would ask for less than the controller does; it names the key and the line */
    public ReviewPolicy tighten(ReviewPolicy policy) {
        return new ReviewPolicy(
                policy.productionBranch(),
                approvals(policy.requiredApprovals()),
                label(policy.approvalLabel()),
                tickets(policy.ticket()),
                migrations(policy.migrationFiles()),
                policy.people());
    }

    private int approvals(int atLeast) {
        int approvals = wishes.requiredApprovals() == null ? atLeast : wishes.requiredApprovals();
        require(
                approvals >= atLeast,
                List.of("review", "requiredApprovals"),
                Message.of("review.policy.fewer-approvals", approvals, atLeast));
        return approvals;
    }

    private String label(String configured) {
        String label = wishes.approvalLabel() == null
                ? configured
                : wishes.approvalLabel().trim();
        require(
                label.isEmpty() || label.equalsIgnoreCase(configured),
                List.of("review", "approvalLabel"),
                Message.of("review.policy.other-label"));
        return label;
    }

    private TicketPolicy tickets(TicketPolicy policy) {
        List<String> projects = wishes.ticketProjects();
        if (projects == null) {
            return policy;
        }
        require(!projects.isEmpty(), List.of("review", "ticketProjects"), Message.of("review.policy.no-projects"));
        for (int i = 0; i < projects.size(); i++) {
            String project = given(projects, i, "ticketProjects");
            require(
                    policy.trackers().stream()
                            .anyMatch(tracker -> tracker.projects().contains(project)),
                    List.of("review", "ticketProjects", i),
                    Message.of("review.policy.other-project", project));
        }
        return new TicketPolicy(policy.marker(), narrowed(policy.trackers(), Set.copyOf(projects)));
    }

    private static List<Tracker> narrowed(List<Tracker> trackers, Set<String> projects) {
        return trackers.stream()
                .filter(tracker -> tracker.projects().stream().anyMatch(projects::contains))
                .map(tracker -> tracker.only(projects))
                .toList();
    }

    private List<String> migrations(List<String> configured) {
        List<String> globs = new ArrayList<>(configured);
        List<String> further = wishes.migrationFiles() == null ? List.of() : wishes.migrationFiles();
        for (int i = 0; i < further.size(); i++) {
            String glob = given(further, i, "migrationFiles");
            Message mistake = Glob.mistakeIn(glob);
            if (mistake != null) {
                throw lines.invalid(List.of("review", "migrationFiles", i), mistake, null);
            }
            globs.add(glob);
        }
        return globs;
    }

    private String given(List<String> values, int index, String key) {
        String value = values.get(index);
        require(
                value != null && !value.isBlank(),
                List.of("review", key, index),
                Message.of("review.policy.empty-entry"));
        return value;
    }

    private void require(boolean fine, List<Object> path, Message problem) {
        if (!fine) {
            throw lines.invalid(path, problem, null);
        }
    }
}
