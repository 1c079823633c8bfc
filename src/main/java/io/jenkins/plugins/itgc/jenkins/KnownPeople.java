package io.jenkins.plugins.itgc.jenkins;

import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.people.People;

/** Who is who now: as an administrator entered it, and as people proved it themselves. */
public final class KnownPeople {
    private KnownPeople() {}

    public static People now() {
        return ItgcServices.get().identityLinks().in(ItgcConfiguration.get().people());
    }
}
