package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the judgement of a moment rests on.
 *
 * @param change what would be deployed; null when it is asked of no change in particular
 * @param now the moment
 * @param askedAt when the pipeline began to ask
 * @param windows what opens from now on
 * @param freezes what closes from now on
 * @param until up to when windows and freezes are known
 * @param calendars how each calendar was read
 * @param planned dates that the pull requests name
 * @param unreadable dates that they name but that cannot be read
 * @param override somebody's word for this change; null when there is none
 */
public record WindowEvidence(
        @Nullable Change change,
        Instant now,
        Instant askedAt,
        Timeline windows,
        Timeline freezes,
        Instant until,
        List<CalendarFacts> calendars,
        List<PlannedRelease> planned,
        List<Message> unreadable,
        @Nullable WindowOverride override)
        implements Evidence {
    public WindowEvidence {
        calendars = List.copyOf(calendars);
        planned = List.copyOf(planned);
        unreadable = List.copyOf(unreadable);
    }
}
