package io.jenkins.plugins.itgc.review.policy;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the ticket of a change.
 *
 * @param marker word that marks the line of the description that names the ticket, as in {@code Ticket: OPS-7}
 * @param trackers trackers a ticket may stand in; at least one
 */
public record TicketPolicy(String marker, List<Tracker> trackers) {
    /** The default of {@link #marker}. */
    public static final String MARKER = "Ticket";

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N} _-]{0,38}");

    /** @throws InvalidPolicy when the marker is not a word, or no tracker is named, or one is named twice */
    public TicketPolicy {
        marker = marker(marker);
        trackers = List.copyOf(trackers);
        InvalidPolicy.unless(!trackers.isEmpty(), "trackers", Message.of("review.policy.no-tracker"));
        long names = trackers.stream().map(Tracker::name).distinct().count();
        InvalidPolicy.unless(names == trackers.size(), "trackers", Message.of("review.policy.same-tracker"));
    }

    /**
     * The marker that is meant.
     *
     * @param text null or blank for the default
     * @throws InvalidPolicy when it is not a word
     */
    public static String marker(@Nullable String text) {
        String marker = text == null || text.isBlank() ? MARKER : text.trim();
        InvalidPolicy.unless(
                WORD.matcher(marker).matches(), "ticketMarker", Message.of("review.policy.marker", marker));
        return marker;
    }

    /** The tracker of this name in the configuration; empty when there is none. */
    public Optional<Tracker> tracker(String name) {
        return trackers.stream().filter(tracker -> tracker.name().equals(name)).findFirst();
    }
}
