package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to a request for approval, and to its break-glass. */
public sealed interface ApprovalEvent extends Event {
    @Override
    Subject.InEnvironment subject();

    /**
     * The request that it is about: the sequence of the entry that made it.
     *
     * @return null for the request itself
     */
    @Nullable
    String request();

    /** Approval was requested. */
    record Requested(Subject.InEnvironment subject, Request body) implements ApprovalEvent {
        @Override
        public @Nullable String request() {
            return null;
        }
    }

    /** Something that a person did, or the tickets say. */
    sealed interface Act extends ApprovalEvent {
        @Override
        Answer body();

        @Override
        default String request() {
            return body().request();
        }
    }

    /** Somebody approved. */
    record Given(Subject.InEnvironment subject, Answer body) implements Act {}

    /** Somebody refused. */
    record Refused(Subject.InEnvironment subject, Answer body) implements Act {}

    /** Somebody took back what they had said. */
    record Withdrawn(Subject.InEnvironment subject, Answer body) implements Act {}

    /** Somebody answered who may not, or too late; it changes nothing. */
    record NotCounted(Subject.InEnvironment subject, Answer body) implements Act {}

    /** What is about break-glass, and about nothing else. */
    sealed interface OfBreakGlass extends ApprovalEvent {
        @Override
        String request();
    }

    /** Somebody invoked break-glass. */
    record BreakGlassOpened(Subject.InEnvironment subject, Answer body) implements Act, OfBreakGlass {
        @Override
        public String request() {
            return body.request();
        }
    }

    /** The second person confirmed it. */
    record BreakGlassConfirmed(Subject.InEnvironment subject, Answer body) implements Act, OfBreakGlass {
        @Override
        public String request() {
            return body.request();
        }
    }

    /** Somebody reviewed it afterwards. */
    record BreakGlassReviewed(Subject.InEnvironment subject, Answer body) implements Act, OfBreakGlass {
        @Override
        public String request() {
            return body.request();
        }
    }

    /** Something that happened to a request by itself. */
    sealed interface Change extends ApprovalEvent {
        @Override
        Changed body();

        @Override
        default String request() {
            return body().request();
        }
    }

    /** Nobody completed the approval in time. */
    record Expired(Subject.InEnvironment subject, Changed body) implements Change {}

    /** What was asked about is not what it was. */
    record Voided(Subject.InEnvironment subject, Changed body) implements Change {}

    /** Nobody reviewed the break-glass in time. */
    record BreakGlassOverdue(Subject.InEnvironment subject, Changed body) implements Change, OfBreakGlass {
        @Override
        public String request() {
            return body.request();
        }
    }

    /** Another build asks for the same approval, or what had ended is wanted again. */
    record AskedAgain(Subject.InEnvironment subject, Asking body) implements ApprovalEvent {
        @Override
        public String request() {
            return body.request();
        }
    }

    /** The quorum is complete. */
    record Completed(Subject.InEnvironment subject, Approvers body) implements ApprovalEvent {
        @Override
        public String request() {
            return body.request();
        }
    }

    /**
     * A request. Its id is the sequence of its entry.
     *
     * @param service what would be deployed; null when the pipeline names none
     * @param carried what would be deployed; null in entries of a demo
     * @param starter who started the build; null in entries of a demo
     * @param quorum who must approve, as it was written then
     * @param expiresAt when it is too late to answer; null for never
     * @param ticketMarks the last change of status of each ticket then
     * @param build the build, as {@code job/path#12}
     * @param buildUrl its address; null when Jenkins does not know its own
     * @param refusals those of earlier requests about the same commit that nobody took back; left out where there are none
     */
    record Request(
            @Nullable String service,
            ApprovalBody.@Nullable Carried carried,
            ApprovalBody.@Nullable Starter starter,
            String quorum,
            @Nullable Instant expiresAt,
            Map<String, String> ticketMarks,
            String build,
            @Nullable String buildUrl,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Answer> refusals) {
        public Request {
            ticketMarks = OrEmpty.map(ticketMarks);
            refusals = OrEmpty.list(refusals);
        }
    }

    /**
     * An act of a person.
     *
     * @param request id of the request
     * @param person login at the code host; null when no identity entry tells who it is
     * @param account by which account; null in entries of a demo
     * @param channel where
     * @param groups the groups that the person was in
     * @param reason a sentence; empty when none was given
     * @param reviewBy of a confirmed break-glass, until when it must be reviewed; null otherwise
     * @param objection why it does not count; null when it does
     * @param told what the demo of an early version said of break-glass instead of a request; null everywhere else
     * @param moves of an approval by tickets, the change of status of each; null everywhere else, and in entries of before it
     *     was kept
     * @param said the reason, as data, where nobody wrote it; null everywhere else, and in entries of before it was kept
     */
    record Answer(
            String request,
            @JsonDeserialize(using = Name.class) @Nullable String person,
            ApprovalBody.@Nullable Account account,
            String channel,
            Set<String> groups,
            String reason,
            @Nullable Instant reviewBy,
            @Nullable String objection,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Told told,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, String> moves,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MessageBody said) {
        @JsonCreator
        public Answer {
            groups = groups == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(groups));
            moves = moves == null ? null : OrEmpty.map(moves);
        }

        /** An act of a person as it is written now. */
        public Answer(
                String request,
                @Nullable String person,
                ApprovalBody.@Nullable Account account,
                String channel,
                Set<String> groups,
                String reason,
                @Nullable Instant reviewBy,
                @Nullable String objection) {
            this(request, person, account, channel, groups, reason, reviewBy, objection, null, null, null);
        }

        /** The same for a reason that nobody wrote. */
        public Answer because(Message why) {
            return new Answer(
                    request,
                    person,
                    account,
                    channel,
                    groups,
                    why.english(),
                    reviewBy,
                    objection,
                    told,
                    moves,
                    MessageBody.of(why));
        }

        /** The same as an approval that tickets carry. */
        public Answer by(Map<String, String> tickets) {
            return new Answer(
                    request, person, account, channel, groups, reason, reviewBy, objection, told, tickets, said);
        }
    }

    /**
     * What the demo of an early version said of break-glass.
     *
     * @param environment where
     * @param service what
     * @param repository {@code owner/name}
     * @param commit the commit
     * @param what one sentence
     */
    record Told(String environment, String service, String repository, String commit, String what) {}

    /**
     * A change of a request.
     *
     * @param request its id
     * @param changed parts of the change that are no longer what was asked about; empty when something else happened
     */
    record Changed(String request, List<String> changed) {
        public Changed {
            changed = OrEmpty.list(changed);
        }
    }

    /**
     * A build that asks for an approval that was requested before.
     *
     * @param request id of the request
     * @param build the build, as {@code job/path#12}
     * @param buildUrl its address; null when Jenkins does not know its own
     * @param starter who started it
     * @param refused whether a refusal stands, by the groups that people are in now
     * @param complete whether it was complete, and is so for this build; left out where it is not
     */
    record Asking(
            String request,
            String build,
            @Nullable String buildUrl,
            ApprovalBody.Starter starter,
            boolean refused,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean complete) {}

    /**
     * A complete quorum.
     *
     * @param request id of the request
     * @param approvers whose approvals made it; empty for break-glass
     */
    record Approvers(String request, List<String> approvers) {
        public Approvers {
            approvers = OrEmpty.list(approvers);
        }
    }
}
