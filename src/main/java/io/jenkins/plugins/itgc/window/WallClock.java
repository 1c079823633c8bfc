package io.jenkins.plugins.itgc.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What the clocks of a zone show, through the hours that are skipped and those that come twice.
 *
 * @param rules of the zone
 */
public record WallClock(ZoneRules rules) {
    /** No zone is further from UTC than this. */
    private static final Duration FARTHEST = Duration.ofHours(18);

    /**
     * The instants at which the clocks show a time from one to another: none of a skipped hour, and both of an hour that
     * comes twice.
     *
     * @param from first time shown
     * @param to first time after that
     */
    public List<Span> showing(LocalDateTime from, LocalDateTime to) {
        Instant last = to.toInstant(ZoneOffset.UTC).plus(FARTHEST);
        List<Span> spans = new ArrayList<>();
        Instant segment = from.toInstant(ZoneOffset.UTC).minus(FARTHEST);
        while (segment.isBefore(last)) {
            ZoneOffset offset = rules.getOffset(segment);
            ZoneOffsetTransition change = rules.nextTransition(segment);
            Instant end = change == null || change.getInstant().isAfter(last) ? last : change.getInstant();
            add(spans, later(segment, from.toInstant(offset)), earlier(end, to.toInstant(offset)));
            segment = end;
        }
        return spans;
    }

    /** Joined to the one before where they touch. */
    private static void add(List<Span> spans, Instant start, Instant end) {
        if (!start.isBefore(end)) {
            return;
        }
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).end().equals(start)) {
            spans.set(last, new Span(spans.get(last).start(), end));
        } else {
            spans.add(new Span(start, end));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /**
     * The one instant that a local time means, as RFC 5545 has it: the first of two, and a skipped time is reckoned with
     * the offset before the gap.
     */
    public Instant instant(LocalDateTime local) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return local.toInstant(offsets.isEmpty() ? rules.getTransition(local).getOffsetBefore() : offsets.get(0));
    }

    /** What the clocks show at an instant. */
    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), rules.getOffset(instant));
    }
}
