package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What happened to a deploy. */
public sealed interface DeployEvent extends Event {
    /** A step of a deploy from its request to its end. */
    sealed interface Progress extends DeployEvent {
        @Override
        Subject.OfTarget subject();

        @Override
        DeploymentBody body();
    }

    /** The end of a deploy. */
    sealed interface End extends Progress {}

    /** It entered the queue. */
    record Requested(Subject.OfTarget subject, DeploymentBody body) implements Progress {}

    /** Its turn came and its body began. */
    record Started(Subject.OfTarget subject, DeploymentBody body) implements Progress {}

    /** Its body ended well. */
    record Succeeded(Subject.OfTarget subject, DeploymentBody body) implements End {}

    /** Its body failed. */
    record Failed(Subject.OfTarget subject, DeploymentBody body) implements End {}

    /** It was stopped, or left the queue before it began. */
    record Aborted(Subject.OfTarget subject, DeploymentBody body) implements End {}

    /** Nobody knows how it ended. */
    record Unknown(Subject.OfTarget subject, DeploymentBody body) implements End {}

    /** A system was told of it. */
    record Noticed(Subject.OfTarget subject, Notice body) implements DeployEvent {}

    /** The job of its build was renamed or moved. */
    record BuildMoved(Subject.OfDeploy subject, Move body) implements DeployEvent {}

    /**
     * A notification.
     *
     * @param deploy name of the deploy
     * @param announcer who told
     * @param state what it told of, as a kind of entry
     * @param service what was deployed
     * @param environment where
     * @param what what was told, a sentence; null when there is nothing to say
     * @param link where that can be seen; null for nowhere
     * @param said the sentence, as data; null in entries of before it was kept
     */
    record Notice(
            String deploy,
            String announcer,
            String state,
            String service,
            String environment,
            @Nullable String what,
            @Nullable String link,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MessageBody said) {
        @JsonCreator
        public Notice {}

        /** A notification that is told in English only. */
        public Notice(
                String deploy,
                String announcer,
                String state,
                String service,
                String environment,
                @Nullable String what,
                @Nullable String link) {
            this(deploy, announcer, state, service, environment, what, link, null);
        }
    }

    /**
     * A new name of a build.
     *
     * @param deploy whose build it is
     * @param build its name in the ledger
     * @param from its name before
     * @param to its name now
     */
    record Move(String deploy, String build, String from, String to) {}
}
