package io.jenkins.plugins.itgc.review.policy;

import io.jenkins.plugins.itgc.gate.Message;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ticket tracker and what a ticket in it must be.
 *
 * @param name name in the configuration
 * @param kind which product
 * @param url address of its front page, without a slash at the end
 * @param projects keys of the projects whose tickets count; at least one
 * @param approvedStatuses names of the statuses that say "a manager approved"; at least one
 * @param managersGroup the tracker's group whose members may approve
 */
public record Tracker(
        String name, Kind kind, URI url, Set<String> projects, Set<String> approvedStatuses, String managersGroup) {
    /** Products whose tickets are read. */
    public enum Kind {
        /** Jira Cloud and Data Center; keys are as {@code OPS-7}. */
        JIRA("[A-Z][A-Z0-9_]{1,31}-[1-9][0-9]{0,17}", "browse/"),
        /** Redmine; keys are numbers, with or without {@code #}. */
        REDMINE("#?[1-9][0-9]{0,17}", "issues/");

        private final Pattern key;
        private final String path;

        Kind(String key, String path) {
            this.key = Pattern.compile(key);
            this.path = path;
        }
    }

    /** @throws InvalidPolicy when a required value is missing */
    public Tracker {
        require(name, "name", Message.of("review.policy.tracker-name"));
        InvalidPolicy.unless(kind != null, "kind", Message.of("review.policy.tracker-kind", name));
        url = withoutSlash(web(url, name));
        projects = sorted(projects);
        approvedStatuses = sorted(approvedStatuses);
        InvalidPolicy.unless(!projects.isEmpty(), "projects", Message.of("review.policy.tracker-projects"));
        InvalidPolicy.unless(
                !approvedStatuses.isEmpty(), "approvedStatuses", Message.of("review.policy.tracker-statuses"));
        require(managersGroup, "managersGroup", Message.of("review.policy.tracker-group"));
    }

    private static Set<String> sorted(Set<String> names) {
        Set<String> sorted = new TreeSet<>();
        names.stream().map(String::trim).filter(name -> !name.isEmpty()).forEach(sorted::add);
        return Collections.unmodifiableSet(sorted);
    }

    private static void require(String value, String key, Message problem) {
        InvalidPolicy.unless(value != null && !value.isBlank(), key, problem);
    }

    private static URI web(URI url, String name) {
        if (url == null || url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new InvalidPolicy(
                    "url", Message.of("review.policy.tracker-url", String.valueOf(url), String.valueOf(name)));
        }
        return url;
    }

    private static URI withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    /**
     * Reads a reference as people write it: the key, or the ticket's address in this tracker.
     *
     * @return the key; null when the text is neither
     */
    public @Nullable String keyIn(String text) {
        String prefix = url + "/" + kind.path;
        String key = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        if (!kind.key.matcher(key).matches()) {
            return null;
        }
        return key.startsWith("#") ? key.substring(1) : key;
    }

    /** The same tracker with fewer projects. */
    Tracker only(Collection<String> some) {
        Set<String> fewer = new TreeSet<>(projects);
        fewer.retainAll(some);
        return new Tracker(name, kind, url, fewer, approvedStatuses, managersGroup);
    }

    /** The address of a ticket for people. */
    public String link(String key) {
        return url + "/" + kind.path + key;
    }
}
