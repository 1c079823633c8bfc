package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people said about deploy windows. */
public sealed interface WindowEvent extends Event {
    /** A commit may go out although the window is closed. */
    record Overridden(Subject.OfOverride subject, OverrideBody body) implements WindowEvent {}

    /** A date was planned for the release of a pull request, or taken back. */
    record Planned(Subject.OfPlan subject, Plan body) implements WindowEvent {}

    /**
     * An override.
     *
     * @param environment where; null where only the subject says it
     * @param service the only service; null for every service of the repository
     * @param repository {@code owner/name}; null where only the subject says it
     * @param commit full object name; null where only the subject says it
     * @param person who overrode
     * @param reason why, outside text
     * @param until when it ends
     * @param what what the demo of an early version said in place of a reason; null everywhere else
     */
    record OverrideBody(
            @Nullable String environment,
            @Nullable String service,
            @JsonDeserialize(using = Name.class) @Nullable String repository,
            @JsonDeserialize(using = Name.class) @Nullable String commit,
            @JsonDeserialize(using = Name.class) String person,
            String reason,
            Instant until,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String what) {}

    /**
     * A plan.
     *
     * @param repository {@code owner/name}
     * @param pullRequest its number
     * @param environment where
     * @param at when; null when the plan was taken back
     * @param text as it was written; null when the plan was taken back
     * @param person who planned
     */
    record Plan(
            String repository,
            int pullRequest,
            String environment,
            @Nullable Instant at,
            @Nullable String text,
            String person) {}
}
