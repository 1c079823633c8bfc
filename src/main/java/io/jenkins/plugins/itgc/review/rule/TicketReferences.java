package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tickets that a description names at the marked place. A key anywhere else, or in a comment that nobody
 * sees, links nothing.
 */
public final class TicketReferences {
    private static final Pattern HIDDEN = Pattern.compile("<!--.*?(-->|\\z)", Pattern.DOTALL);
    private static final Pattern KEY_IN_BRANCH = Pattern.compile("[A-Z][A-Z0-9_]{1,31}-[1-9][0-9]{0,17}");

    private final TicketPolicy policy;
    private final Pattern marked;

    /** @param policy names the marker and the trackers */
    public TicketReferences(TicketPolicy policy) {
        this.policy = policy;
        this.marked = Pattern.compile(
                "^[ \\t>*-]*" + Pattern.quote(policy.marker()) + "[ \\t]*:[ \\t*]*(.*?)[ \\t*]*$",
                Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The distinct tickets named, in order; what stands at the marked place but is no ticket is left out. */
    public Set<TicketKey> in(String description) {
        return written(description).stream()
                .map(this::read)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What stands at the marked place, word by word, whether it is a ticket or not. */
    public List<String> written(String description) {
        Matcher lines =
                marked.matcher(HIDDEN.matcher(description.replace("\r", "")).replaceAll(""));
        return lines.results()
                .flatMap(line -> Stream.of(line.group(1).split("[\\s,]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Tickets that a branch name hints at: good for reading ahead, never as evidence. */
    public Set<TicketKey> hintedBy(String branch) {
        Matcher keys = KEY_IN_BRANCH.matcher(branch);
        return keys.results()
                .map(key -> read(key.group()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private @Nullable TicketKey read(String word) {
        for (Tracker tracker : policy.trackers()) {
            String key = tracker.keyIn(unwrapped(word));
            if (key != null) {
                return new TicketKey(tracker.name(), key);
            }
        }
        return null;
    }

    private static String unwrapped(String word) {
        return word.startsWith("<") && word.endsWith(">") ? word.substring(1, word.length() - 1) : word;
    }
}
