package io.jenkins.plugins.itgc.jenkins.approval;

import io.jenkins.plugins.itgc.approval.People;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;

/** Who is who now: as an administrator entered it, and as people proved it themselves. */
public final class KnownPeople {
    private KnownPeople() {}

    public static People now() {
        return IdentityLinks.get().in(ItgcConfiguration.get().people());
    }
}
