package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/** Production was found to run something else than what was deployed last, or that again. */
public sealed interface RunningVersionEvent extends Event {
    @Override
    Found body();

    /** Something runs that an earlier deploy brought. */
    record Drifted(Subject.OfTarget subject, Found body) implements RunningVersionEvent {}

    /** Something runs, or was deployed, that no deploy through the gates brought. */
    record Bypassed(Subject.OfBypass subject, Found body) implements RunningVersionEvent {}

    /** What was deployed last runs again. */
    record Returned(Subject.OfTarget subject, Found body) implements RunningVersionEvent {}

    /**
     * What was found.
     *
     * @param service what was asked; null for a deployment that only the code host knows of
     * @param environment where
     * @param repository {@code owner/name}
     * @param commit what runs; may be abbreviated
     * @param recorded what was deployed last; null when nothing was
     * @param person who is said to have done it; null when not known
     * @param what a sentence
     * @param link where it can be seen; null for nowhere
     * @param said the sentence, as data; null in entries of before it was kept
     */
    record Found(
            @Nullable String service,
            String environment,
            @JsonDeserialize(using = Name.class) String repository,
            @JsonDeserialize(using = Name.class) String commit,
            @JsonDeserialize(using = Name.class) @Nullable String recorded,
            @JsonDeserialize(using = Name.class) @Nullable String person,
            String what,
            @Nullable String link,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MessageBody said) {
        @JsonCreator
        public Found {}

        /** What was found where it is told in English only. */
        public Found(
                @Nullable String service,
                String environment,
                String repository,
                String commit,
                @Nullable String recorded,
                @Nullable String person,
                String what,
                @Nullable String link) {
            this(service, environment, repository, commit, recorded, person, what, link, null);
        }
    }
}
