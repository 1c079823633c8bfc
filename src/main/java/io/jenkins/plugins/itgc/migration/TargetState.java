package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one target holds of what it must hold.
 *
 * @param target its name in the configuration
 * @param requirements each thing it must hold
 * @param unreachable why it could not be asked, a sentence; null when it could
 * @param warnings what should be mended although it does not block, such as rights that are not needed
 */
public record TargetState(
        String target,
        List<Requirement> requirements,
        @Nullable Message unreachable,
        List<Message> warnings) {
    public TargetState {
        requirements = List.copyOf(requirements);
        warnings = List.copyOf(warnings);
    }

    /** A target that could not be asked. */
    public static TargetState unreachable(String target, Message why) {
        return new TargetState(target, List.of(), why, List.of());
    }
}
