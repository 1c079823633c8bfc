package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What runs at a target, as it was last seen.
 *
 * @param target where
 * @param verdict how it stands to the record
 * @param running what it said, at most 64 characters; null when it could not be asked
 * @param recorded the commit that was deployed last with success; null when nothing was
 * @param what one sentence
 * @param at when it was asked, by the controller's clock
 */
public record RunningVersion(
        DeployTarget target,
        Verdict verdict,
        @Nullable String running,
        @Nullable String recorded,
        Message what,
        Instant at) {
    /** How what runs stands to what is on record. */
    public enum Verdict {
        /** It is what was deployed last with success. */
        AS_RECORDED,
        /** It is something else. */
        DRIFTED,
        /** It differs, but was asked only once, or a deploy is under way: asked again before anything is said. */
        UNSETTLED,
        /** Nothing was deployed there with success, so there is nothing to compare with. */
        NOTHING_RECORDED,
        /** It does not name a commit, or could not be asked. */
        NOT_KNOWN
    }
}
