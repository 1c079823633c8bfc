package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.deploy.RunningVersion;
import io.jenkins.plugins.itgc.deploy.RunningVersions;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What really runs somewhere, as it was last seen.
 *
 * @param running what it said; null when it could not be asked
 * @param what one sentence, in the reader's language
 */
public record Running(
        String service,
        String environment,
        String verdict,
        @Nullable String running,
        String what,
        Instant at) {
    /** Of services and environments whose live versions the reader may see. */
    static List<Running> among(List<Deploy> current, RunningVersions versions, Locale locale) {
        return versions.all().stream()
                .filter(version -> current.stream()
                        .anyMatch(deploy -> deploy.service()
                                        .equals(version.target().service())
                                && deploy.environment().equals(version.target().environment())))
                .map(version -> of(version, locale))
                .toList();
    }

    private static Running of(RunningVersion version, Locale locale) {
        return new Running(
                version.target().service(),
                version.target().environment(),
                version.verdict().name(),
                version.running(),
                version.what().in(locale),
                version.at());
    }
}
