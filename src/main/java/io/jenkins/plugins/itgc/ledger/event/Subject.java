package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Change;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is filed under. Each form builds its text and reads it again; a text that a form would not write is no
 * subject of this form.
 */
public sealed interface Subject {
    /** As it stands in the ledger. A repository stands in lower case: its host knows it by any spelling. */
    String text();

    /** Whether it begins with a repository. */
    default boolean ofRepository() {
        return false;
    }

    /** Whether a text as it stands in the ledger is this subject. Entries of before may spell a repository otherwise. */
    default boolean isText(String recorded) {
        return ofRepository() ? text().equals(spelled(recorded)) : text().equals(recorded);
    }

    /** A repository as its host compares it. */
    private static String spelled(String text) {
        int end = REPOSITORY_END
                .matcher(text)
                .results()
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(0);
        return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
    }

    /** What follows on the name of a repository. */
    Pattern REPOSITORY_END = Pattern.compile("[@#]");

    /** A text that is not of the form that its kind of entry has. */
    final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Malformed(String text, String form) {
            super("\"" + text + "\" is not a subject of the form " + form + ".");
        }
    }

    private static Matcher match(Pattern form, String text, String shown) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed(text, shown);
        }
        return matcher;
    }

    /**
     * A change, by its commit or, while that is not known, by its pull request: {@code owner/name@commit},
     * {@code owner/name#12} or {@code owner/name#?}.
     *
     * @param repository {@code owner/name}
     * @param commit full object name; null while it is not known
     * @param pullRequest number of the pull request; null when a commit is known, or nothing is
     */
    record OfChange(
            String repository,
            @Nullable String commit,
            @Nullable Integer pullRequest) implements Subject {
        private static final String FORM = "owner/name@commit or owner/name#number";
        private static final Pattern BY_COMMIT = Pattern.compile("([^@#]+)@([^@\\s]+)");
        private static final Pattern BY_NUMBER = Pattern.compile("([^@#]+)#(\\d{1,9}|\\?)");

        /** Puts the repository into lower case. */
        public OfChange {
            repository = repository.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean ofRepository() {
            return true;
        }

        /** The subject of what is said about a change. */
        public static OfChange of(Change change) {
            String repository = change.repository().toString();
            return change.commit() != null
                    ? new OfChange(repository, change.commit().sha(), null)
                    : new OfChange(
                            repository,
                            null,
                            change.pullRequests().stream().findFirst().orElse(null));
        }

        @Override
        public String text() {
            return commit == null
                    ? repository + "#" + (pullRequest == null ? "?" : pullRequest)
                    : repository + "@" + commit;
        }

        /** @throws Malformed when it is not of this form */
        public static OfChange parse(String text) {
            Matcher commit = BY_COMMIT.matcher(text);
            if (commit.matches()) {
                return new OfChange(commit.group(1), commit.group(2), null);
            }
            Matcher number = match(BY_NUMBER, text, FORM);
            boolean known = !number.group(2).equals("?");
            return new OfChange(number.group(1), null, known ? Integer.valueOf(number.group(2)) : null);
        }
    }

    /**
     * A commit in an environment, as approvals are bound to it: {@code owner/name@commit in environment}.
     *
     * @param repository {@code owner/name}
     * @param commit full object name
     * @param environment where it would be deployed
     */
    record InEnvironment(String repository, String commit, String environment) implements Subject {
        private static final Pattern FORM = Pattern.compile("([^@#]+)@(\\S+) in (.+)", Pattern.DOTALL);

        /** Puts the repository into lower case. */
        public InEnvironment {
            repository = repository.toLowerCase(Locale.ROOT);
            Objects.requireNonNull(commit, "commit");
            Objects.requireNonNull(environment, "environment");
        }

        @Override
        public boolean ofRepository() {
            return true;
        }

        @Override
        public String text() {
            return ofRepository(repository) + commit + " in " + environment;
        }

        /** The subject of what is said about a change whose commit and environment are known. */
        public static InEnvironment of(Change change) {
            return new InEnvironment(
                    change.repository().toString(), change.readCommit().sha(), change.deployedTo());
        }

        /** Whether a subject, as it stands in the ledger, is of an environment; false for what is no such subject. */
        public static boolean isIn(String environment, String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches() && matcher.group(3).equals(environment);
        }

        /** What every subject of a repository begins with. */
        public static String ofRepository(String repository) {
            return repository.toLowerCase(Locale.ROOT) + "@";
        }

        /** @throws Malformed when it is not of this form */
        public static InEnvironment parse(String text) {
            Matcher matcher = match(FORM, text, "owner/name@commit in environment");
            return new InEnvironment(matcher.group(1), matcher.group(2), matcher.group(3));
        }
    }

    /**
     * A service in an environment: {@code orders in production}.
     *
     * @param service what is deployed
     * @param environment where
     */
    record OfTarget(String service, String environment) implements Subject {
        private static final Pattern FORM = Pattern.compile("(.*) in (.+)", Pattern.DOTALL);

        public OfTarget {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(environment, "environment");
        }

        @Override
        public String text() {
            return service + " in " + environment;
        }

        /**
         * Reads it; where a name itself holds " in ", the last one divides.
         *
         * @throws Malformed when it is not of this form
         */
        public static OfTarget parse(String text) {
            Matcher matcher = match(FORM, text, "service in environment");
            return new OfTarget(matcher.group(1), matcher.group(2));
        }
    }

    /**
     * What a hold is about: an environment, or one service in it.
     *
     * @param service the only service; null for all of the environment
     * @param environment where
     */
    record OfHold(@Nullable String service, String environment) implements Subject {
        public OfHold {
            Objects.requireNonNull(environment, "environment");
        }

        @Override
        public String text() {
            return service == null ? environment : new OfTarget(service, environment).text();
        }

        /** Reads it; a text without " in " names an environment. */
        public static OfHold parse(String text) {
            if (!text.contains(" in ")) {
                return new OfHold(null, text);
            }
            OfTarget target = OfTarget.parse(text);
            return new OfHold(target.service(), target.environment());
        }
    }

    /**
     * A deploy: {@code deploy 17}.
     *
     * @param deploy its name, the sequence of the entry that requested it
     */
    record OfDeploy(String deploy) implements Subject {
        private static final Pattern FORM = Pattern.compile("deploy (\\d{1,18})");

        @Override
        public String text() {
            return "deploy " + deploy;
        }

        /** @throws Malformed when it is not of this form */
        public static OfDeploy parse(String text) {
            return new OfDeploy(match(FORM, text, "deploy number").group(1));
        }
    }

    /**
     * An account in some system: {@code account slack T1/U2}.
     *
     * @param system name of the system
     * @param id its own identifier of the account
     */
    record OfAccount(String system, String id) implements Subject {
        /** What every subject of this form begins with. */
        public static final String ALL = "account ";

        private static final Pattern FORM = Pattern.compile("account (\\S+) (.+)", Pattern.DOTALL);

        @Override
        public String text() {
            return ALL + system + " " + id;
        }

        /** @throws Malformed when it is not of this form */
        public static OfAccount parse(String text) {
            Matcher matcher = match(FORM, text, "account system id");
            return new OfAccount(matcher.group(1), matcher.group(2));
        }
    }

    /**
     * The ledger itself: {@code ledger}, or {@code ledger stream}.
     *
     * @param stream whose entries are meant; null where that is not said
     */
    record OfLedger(@Nullable String stream) implements Subject {
        private static final Pattern FORM = Pattern.compile("ledger(?: (.+))?", Pattern.DOTALL);

        @Override
        public String text() {
            return stream == null ? "ledger" : "ledger " + stream;
        }

        /** @throws Malformed when it is not of this form */
        public static OfLedger parse(String text) {
            return new OfLedger(match(FORM, text, "ledger").group(1));
        }
    }

    /**
     * A planned release of a pull request: {@code owner/name#12 in production}. The repository stands in lower case.
     *
     * @param repository {@code owner/name}
     * @param pullRequest number of the pull request
     * @param environment where it would be deployed
     */
    record OfPlan(String repository, int pullRequest, String environment) implements Subject {
        private static final Pattern FORM = Pattern.compile("([^@#]+)#(\\d{1,9}) in (.+)", Pattern.DOTALL);

        /** Puts the repository into lower case. */
        public OfPlan {
            repository = repository.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean ofRepository() {
            return true;
        }

        @Override
        public String text() {
            return repository + "#" + pullRequest + " in " + environment;
        }

        /** @throws Malformed when it is not of this form */
        public static OfPlan parse(String text) {
            Matcher matcher = match(FORM, text, "owner/name#number in environment");
            return new OfPlan(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
        }
    }

    /**
     * A commit that may go out although the window is closed: {@code owner/name@commit in production of orders}.
     *
     * @param repository {@code owner/name}
     * @param commit full object name
     * @param environment where it would be deployed
     * @param service the only service; null for every service of the repository
     */
    record OfOverride(
            String repository,
            String commit,
            String environment,
            @Nullable String service) implements Subject {
        private static final String OF = " of ";

        /** Puts the repository into lower case. */
        public OfOverride {
            repository = repository.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean ofRepository() {
            return true;
        }

        @Override
        public String text() {
            String all = new InEnvironment(repository, commit, environment).text();
            return service == null ? all : all + OF + service;
        }

        /**
         * Reads it; where a service itself holds " of ", the first one divides.
         *
         * @throws Malformed when it is not of this form
         */
        public static OfOverride parse(String text) {
            InEnvironment all = InEnvironment.parse(text);
            int of = all.environment().indexOf(OF);
            return of < 0
                    ? new OfOverride(all.repository(), all.commit(), all.environment(), null)
                    : new OfOverride(
                            all.repository(),
                            all.commit(),
                            all.environment().substring(0, of),
                            all.environment().substring(of + OF.length()));
        }
    }

    /**
     * Where production was found to be at something else: a service in an environment, or a deployment that only the code
     * host knows of, {@code owner/name@commit as deployment 7 in production}.
     *
     * @param target what was asked; null for a deployment of the code host
     * @param hosted the deployment; null for a target
     */
    record OfBypass(@Nullable OfTarget target, @Nullable Hosted hosted) implements Subject {
        private static final Pattern FORM =
                Pattern.compile("([^@#]+)@(\\S+) as deployment (\\S+) in (.+)", Pattern.DOTALL);

        /**
         * A deployment that the code host knows of.
         *
         * @param repository {@code owner/name}
         * @param commit what it deployed
         * @param deployment the code host's number
         * @param environment where
         */
        public record Hosted(String repository, String commit, String deployment, String environment) {
            /** Puts the repository into lower case. */
            public Hosted {
                repository = repository.toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public boolean ofRepository() {
            return hosted != null;
        }

        /** @throws IllegalArgumentException when it names both or neither */
        public OfBypass {
            if ((target == null) == (hosted == null)) {
                throw new IllegalArgumentException("A bypass is about a target or about a deployment.");
            }
        }

        @Override
        public String text() {
            return hosted == null
                    ? Objects.requireNonNull(target, "target").text()
                    : hosted.repository() + "@" + hosted.commit() + " as deployment " + hosted.deployment() + " in "
                            + hosted.environment();
        }

        /** @throws Malformed when it is not of this form */
        public static OfBypass parse(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches()
                    ? new OfBypass(
                            null, new Hosted(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
                    : new OfBypass(OfTarget.parse(text), null);
        }
    }
}
