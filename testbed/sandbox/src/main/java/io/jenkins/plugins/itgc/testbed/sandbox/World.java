package io.jenkins.plugins.itgc.testbed.sandbox;

import io.jenkins.plugins.itgc.testbed.sandbox.build.WorldBuilder;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Accounts;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Calendar;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Database;
import io.jenkins.plugins.itgc.testbed.sandbox.model.DefaultTimes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraSite;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineSite;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam;
import io.jenkins.plugins.itgc.testbed.sandbox.model.WorldClock;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operation;
import io.jenkins.plugins.itgc.testbed.sandbox.slack.SlackRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What GitHub, Jira, Redmine, Slack, calendars and databases hold at this moment. Scenarios change it with {@link #apply}; everything that reads or
 * changes it does so under its lock.
 */
public final class World implements AutoCloseable {
    private final WorldClock clock;
    private final Ids ids = new Ids();
    private final DefaultTimes times = new DefaultTimes();
    private final Accounts accounts = new Accounts();
    private final FaultPlan faults;
    private final Map<String, String> tokens;
    private final Map<String, Repository> repositories = new LinkedHashMap<>();
    private final Map<String, Calendar> calendars = new LinkedHashMap<>();
    private final Map<String, Database> databases = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private JiraSite jira;
    private RedmineSite redmine;
    private SlackTeam slack;
    private SlackRequests slackRequests;

    /** An empty world, which a builder fills. */
    public World(WorldClock clock, Map<String, String> tokens, FaultPlan faults) {
        this.clock = clock;
        this.tokens = Map.copyOf(tokens);
        this.faults = faults;
    }

    /**
     * Reads a world from a file; paths in it are relative to the file.
     *
     * @throws WorldFormatException if it is not a world; names key and line
     * @throws IOException if the file cannot be read
     */
    public static World load(Path file) throws IOException {
        return parse(Files.readString(file), file.toAbsolutePath().getParent());
    }

    /**
     * Reads a world from its text.
     *
     * @param base folder that paths in it are relative to
     * @throws WorldFormatException if it is not a world; names key and line
     */
    public static World parse(String yaml, Path base) {
        return WorldBuilder.build(yaml, base);
    }

    /** Changes the world, in one step for all who look at it. */
    public void apply(Operation operation) {
        locked(() -> {
            operation.applyTo(this);
            return null;
        });
        listeners.forEach(Runnable::run);
    }

    /**
     * Is told after each operation, as webhooks tell of what happened.
     *
     * @param listener must be quick, and must not look at the world on the same thread
     */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Does something while nobody else reads or changes the world. */
    public synchronized <T> T locked(Supplier<T> action) {
        return action.get();
    }

    /** A repository by "owner/name". */
    public Optional<Repository> findRepository(String fullName) {
        return Optional.ofNullable(repositories.get(fullName));
    }

    /**
     * A repository by "owner/name".
     *
     * @throws IllegalArgumentException if there is none
     */
    public Repository repository(String fullName) {
        return findRepository(fullName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no repository '" + fullName + "'; repositories are " + repositories.keySet()));
    }

    /** All repositories, in the order of the file. */
    public Map<String, Repository> repositories() {
        return Collections.unmodifiableMap(repositories);
    }

    /** Adds a repository while the world is built. */
    public void add(Repository repository) {
        repositories.put(repository.fullName(), repository);
    }

    /** Adds a calendar while the world is built. */
    public void add(String name, Calendar calendar) {
        calendars.put(name, calendar);
    }

    /** Adds a database while the world is built. */
    public void add(String name, Database database) {
        databases.put(name, database);
    }

    /** All calendars by name, in the order of the file. */
    public Map<String, Calendar> calendars() {
        return Collections.unmodifiableMap(calendars);
    }

    /** All databases by name, in the order of the file. */
    public Map<String, Database> databases() {
        return Collections.unmodifiableMap(databases);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public Calendar calendar(String name) {
        return known("calendar", name, calendars);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public Database database(String name) {
        return known("database", name, databases);
    }

    private static <T> T known(String kind, String name, Map<String, T> all) {
        if (!all.containsKey(name)) {
            throw new IllegalArgumentException(
                    "there is no " + kind + " '" + name + "'; " + kind + "s are " + all.keySet());
        }
        return all.get(name);
    }

    /** Sets the ticket systems while the world is built. */
    public void tickets(JiraSite newJira, RedmineSite newRedmine) {
        jira = newJira;
        redmine = newRedmine;
    }

    /** Sets the workspace while the world is built. */
    public void chat(SlackTeam team, SlackRequests requests) {
        slack = team;
        slackRequests = requests;
    }

    /** The workspace. */
    public SlackTeam slack() {
        return slack;
    }

    /** How the workspace tells a bot what people say and click. */
    public SlackRequests slackRequests() {
        return slackRequests;
    }

    /** Whose token that is. */
    public Optional<Account> owner(String token) {
        return Optional.ofNullable(tokens.get(token)).flatMap(accounts::find);
    }

    /** Tokens with the logins of their owners. */
    public Map<String, String> tokens() {
        return tokens;
    }

    /** Everybody. */
    public Accounts accounts() {
        return accounts;
    }

    /** The world's time. */
    public WorldClock clock() {
        return clock;
    }

    /** Identifiers still to be given. */
    public Ids ids() {
        return ids;
    }

    /** Times for what is written without one. */
    public DefaultTimes times() {
        return times;
    }

    /** How badly the world answers. */
    public FaultPlan faults() {
        return faults;
    }

    /** Jira. */
    public JiraSite jira() {
        return jira;
    }

    /** Redmine. */
    public RedmineSite redmine() {
        return redmine;
    }

    @Override
    public void close() {
        slackRequests.close();
        repositories.values().forEach(repository -> repository.store().close());
    }
}
