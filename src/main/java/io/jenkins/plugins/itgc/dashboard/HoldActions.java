package io.jenkins.plugins.itgc.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Holds environments and releases them, as people ask on the dashboard. Callers hold the permission to hold deploys. */
public interface HoldActions {
    /**
     * Holds deploys.
     *
     * @param environment what to hold
     * @param service the only service to hold; null for all
     * @param user id of the Jenkins user, who becomes the owner
     * @param reason why; never empty
     * @param until when the hold ends by itself; null for never
     */
    ActionResult place(
            String environment, @Nullable String service, String user, String reason, @Nullable Instant until);

    /**
     * Ends a hold.
     *
     * @param service as it was held; null for all
     */
    ActionResult release(String environment, @Nullable String service, String user);
}
