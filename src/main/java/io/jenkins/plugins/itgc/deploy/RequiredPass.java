package io.jenkins.plugins.itgc.deploy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pass without which no deploy begins.
 *
 * @param gate name of the gate
 * @param part what of it, where a gate is asked for several things that each must pass, such as the name of a database; null
 *     where it is asked for one
 */
public record RequiredPass(String gate, @Nullable String part) {
    /** One pass of each of these gates. */
    public static List<RequiredPass> of(String... gates) {
        return Arrays.stream(gates).map(gate -> new RequiredPass(gate, null)).toList();
    }

    /** Whether a recorded pass is this one. */
    public boolean isGivenBy(RecordedPass pass) {
        return gate.equals(pass.gate()) && (part == null || part.equals(pass.part()));
    }

    /** As it is named to people: {@code migration (checkout)}. */
    @Override
    public String toString() {
        return part == null ? gate : gate + " (" + part + ")";
    }
}
