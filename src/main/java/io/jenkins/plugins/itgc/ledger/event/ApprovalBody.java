package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of the approval gate: its evidence and the policy it judged by. */
public interface ApprovalBody {

    /**
     * Everything that the judgement of an approval rests on.
     *
     * @param carried what would be deployed
     * @param request the question
     * @param starter who started the build that asks
     * @param votes all answers to this request, in any order
     * @param people who is who
     * @param broken break-glass for this change; null when it was not invoked
     * @param missedReviews subjects of earlier break-glass deploys in this environment that nobody looked at in time
     * @param asOf the moment
     */
    record Evidence(
            Carried carried,
            @Nullable Request request,
            Starter starter,
            List<Vote> votes,
            People people,
            @Nullable BreakGlass broken,
            List<String> missedReviews,
            Instant asOf) {
        public Evidence {
            votes = OrEmpty.list(votes);
            missedReviews = OrEmpty.list(missedReviews);
        }
    }

    /**
     * What would be deployed, read from the systems of record at one moment.
     *
     * @param change what an approval binds to
     * @param scope fingerprints of all of it
     * @param pullRequests that it carries
     * @param strays commits of the production branch that belong to no pull request
     * @param hands everybody who had a part in it
     * @param tickets of the pull requests
     * @param migration whether it carries a database migration
     */
    record Carried(
            ChangeBody change,
            Scope scope,
            List<PullRequest> pullRequests,
            List<String> strays,
            List<Hand> hands,
            List<Ticket> tickets,
            boolean migration) {
        public Carried {
            pullRequests = OrEmpty.list(pullRequests);
            strays = OrEmpty.list(strays);
            hands = OrEmpty.list(hands);
            tickets = OrEmpty.list(tickets);
        }
    }

    /**
     * What exactly is asked to be approved: a fingerprint of each part of it.
     *
     * @param parts name of the part, such as {@code acme/orders#12}, and SHA-256 of what it says
     */
    record Scope(Map<String, String> parts) {
        public Scope {
            parts = OrEmpty.map(parts);
        }
    }

    /**
     * A pull request that a deploy would carry, as people are shown it.
     *
     * @param number its number
     * @param title outside text
     * @param link its address
     * @param author login of who opened it
     */
    record PullRequest(int number, String title, String link, String author) {}

    /**
     * A hand that somebody had in a change.
     *
     * @param login who, at the code host; null when the code host attributes it to nobody
     * @param part what they did, such as "committed 3f2a"; without a login, a sentence that says what is not known
     * @param where the pull request or commit it is about
     * @param said the part, as data; null in entries of before it was kept
     */
    record Hand(
            @Nullable String login,
            String part,
            String where,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MessageBody said) {
        /** What somebody did where it is told in English only. */
        public Hand(@Nullable String login, String part, String where) {
            this(login, part, where, null);
        }

        @JsonCreator
        public Hand {}
    }

    /**
     * A ticket of a change, as its tracker tells it.
     *
     * @param tracker name of the tracker in the configuration
     * @param key its name there
     * @param title outside text
     * @param link its address
     * @param status name of the status it has now
     * @param move the last change of status; null when the tracker does not tell
     * @param changedSince whether title or description changed after that
     */
    record Ticket(
            String tracker,
            String key,
            String title,
            String link,
            String status,
            @Nullable Move move,
            boolean changedSince) {}

    /**
     * A change of status.
     *
     * @param to name of the new status
     * @param account who made it, by the tracker's own identifier
     * @param human false for apps, automation rules and anonymous
     * @param manager whether the tracker itself lists the account in its managers' group
     * @param at the tracker's time
     */
    record Move(String to, String account, boolean human, boolean manager, Instant at) {}

    /**
     * The question whether a change may be deployed.
     *
     * @param id names it in the ledger and everywhere else
     * @param askedAt when
     * @param expiresAt when it is too late to answer
     * @param expired whether that was written down already
     * @param ticketMarks what was the last change of status of each ticket when it was asked, so that only a later one answers
     */
    record Request(
            String id, Instant askedAt, @Nullable Instant expiresAt, boolean expired, Map<String, String> ticketMarks) {
        public Request {
            ticketMarks = OrEmpty.map(ticketMarks);
        }
    }

    /**
     * Who started the build.
     *
     * @param account their account; null when no person did, such as for a push
     * @param person who that is; null when no entry tells
     */
    record Starter(@Nullable Account account, @Nullable Person person) {}

    /**
     * An answer to a request.
     *
     * @param order votes of one person count in this order
     * @param act what it says
     * @param person who
     * @param account by which account
     * @param channel where, such as {@code slack}
     * @param groups the groups the person is in now
     * @param reason a sentence; empty when none was given
     * @param at when
     */
    record Vote(
            long order,
            Act act,
            Person person,
            Account account,
            String channel,
            List<String> groups,
            String reason,
            Instant at) {
        public Vote {
            groups = OrEmpty.list(groups);
        }
    }

    /** What a vote says. */
    enum Act {
        /** Approves. */
        GIVE,
        /** Refuses. */
        REFUSE,
        /** Takes back whatever the person said before. */
        WITHDRAW
    }

    /**
     * A person, whatever accounts they have.
     *
     * @param id login at the code host, in lower case; it stands for the person everywhere
     */
    record Person(String id) {}

    /**
     * An account of somebody in one system. The name that people see is never compared.
     *
     * @param system GITHUB, JENKINS, SLACK or the name of a ticket tracker
     * @param id the system's own stable identifier; in Slack team and user, as in {@code T024/U07}
     */
    record Account(String system, String id) {}

    /**
     * Who is who in all systems.
     *
     * @param known one entry a person
     */
    record People(List<Known> known) {
        public People {
            known = OrEmpty.list(known);
        }
    }

    /**
     * A person and their accounts.
     *
     * @param person the person
     * @param accounts in any system, further logins at the code host too
     * @param email address that a system has verified for one of its accounts; empty when accounts are not found by it
     */
    record Known(Person person, List<Account> accounts, String email) {
        public Known {
            accounts = OrEmpty.list(accounts);
        }
    }

    /**
     * Break-glass was invoked for a change.
     *
     * @param subject the change and the environment
     * @param opened who, and why
     * @param confirmed the second person; null while there is none
     * @param reviewBy until when somebody else must have looked at it; null while it is not confirmed
     * @param reviewed whether somebody has
     */
    record BreakGlass(
            String subject,
            Word opened,
            @Nullable Word confirmed,
            @Nullable Instant reviewBy,
            boolean reviewed) {}

    /**
     * What somebody said.
     *
     * @param person who
     * @param account by which account; null in entries of a demo
     * @param groups the groups they are in
     * @param reason why
     * @param at when
     */
    record Word(Person person, @Nullable Account account, List<String> groups, String reason, Instant at) {
        public Word {
            groups = OrEmpty.list(groups);
        }
    }

    /**
     * The rules of one environment's approval. Comes from the controller's configuration, never from the pull request.
     *
     * @param quorum who must approve
     * @param groups the groups that the quorum names, as far as they are listed here
     * @param deputies who stands in for whom
     * @param ticketStatuses statuses of a ticket by which a manager approves a deploy; empty when tickets do not count
     * @param limits how long things last
     * @param breakGlass who may go round it in need
     */
    record Policy(
            Quorum quorum,
            List<Group> groups,
            List<Deputy> deputies,
            List<String> ticketStatuses,
            Limits limits,
            BreakGlassPolicy breakGlass) {
        public Policy {
            groups = OrEmpty.list(groups);
            deputies = OrEmpty.list(deputies);
            ticketStatuses = OrEmpty.list(ticketStatuses);
        }
    }

    /**
     * How long things last.
     *
     * @param waitFor a request that has no quorum by then expires
     * @param validFor a vote counts for so long
     * @param remindAfter those who could answer are reminded so often; zero for never
     * @param escalateAfter when nobody answered for so long, everybody is told; zero for never
     */
    record Limits(Duration waitFor, Duration validFor, Duration remindAfter, Duration escalateAfter) {}

    /**
     * Who must approve, such as {@code 1 of release-managers AND 1 of (dba OR sre) when a migration is carried}. Every seat
     * is filled by another person.
     *
     * @param text as it was written
     * @param alternatives each a list of seats; one of them must be full
     */
    record Quorum(String text, List<List<Seat>> alternatives) {
        public Quorum {
            alternatives = OrEmpty.list(alternatives);
        }
    }

    /**
     * A place in a quorum that one person fills.
     *
     * @param groups the person must be in one of these
     * @param onlyWithMigration the seat is there only when the change carries a database migration
     */
    record Seat(List<String> groups, boolean onlyWithMigration) {
        public Seat {
            groups = OrEmpty.list(groups);
        }
    }

    /**
     * A group of approvers.
     *
     * @param name as quorums name it
     * @param members by name
     * @param authorities groups of Jenkins' own security realm whose members belong too
     */
    record Group(String name, List<Person> members, List<String> authorities) {
        public Group {
            members = OrEmpty.list(members);
            authorities = OrEmpty.list(authorities);
        }
    }

    /**
     * Somebody who answers for somebody else for a while.
     *
     * @param person who answers
     * @param absent in whose groups they then are
     * @param from first moment
     * @param until first moment after
     */
    record Deputy(Person person, Person absent, Instant from, Instant until) {}

    /**
     * Who may invoke break-glass.
     *
     * @param group whose members may; empty when nobody may
     * @param reviewWithin how soon somebody else must have looked at it afterwards
     */
    record BreakGlassPolicy(String group, Duration reviewWithin) {}
}
