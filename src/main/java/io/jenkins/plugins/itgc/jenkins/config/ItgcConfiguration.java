package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.text.Words;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;

/** The deploy gates' part of the global configuration. */
@Extension
@Symbol("itgcDeployGates")
public class ItgcConfiguration extends GlobalConfiguration {
    private GitHubEntry gitHub = new GitHubEntry();
    private List<TrackerEntry> trackers = new ArrayList<>();
    private List<CalendarEntry> calendars = new ArrayList<>();
    private List<EnvironmentEntry> environments = new ArrayList<>();
    private List<IdentityEntry> identities = new ArrayList<>();

    private EventsEntry events;
    private SlackEntry slack;
    private SharedLedgerEntry ledger;

    /** With what each field has when nobody fills it in. */
    public ItgcConfiguration() {
        load();
    }

    /** The configuration of this controller. */
    public static ItgcConfiguration get() {
        return ExtensionList.lookupSingleton(ItgcConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.ItgcConfiguration_displayName();
    }

    /** The GitHub that is asked about repositories that no branch source of the job names. */
    public GitHubEntry getGitHub() {
        return gitHub;
    }

    /** @param gitHub the GitHub that is asked about repositories that no branch source of the job names */
    @DataBoundSetter
    public void setGitHub(GitHubEntry gitHub) {
        this.gitHub = gitHub == null ? new GitHubEntry() : gitHub;
        save();
    }

    /** What GitHub tells by itself; null when nothing comes in. */
    public EventsEntry getEvents() {
        return events;
    }

    /** @param events what comes in from GitHub by itself, and the bot that reviews pull requests without a build */
    @DataBoundSetter
    public void setEvents(EventsEntry events) {
        this.events = events;
        save();
    }

    /** The Slack workspace; null when there is none. */
    public SlackEntry getSlack() {
        return slack;
    }

    /** @param slack the Slack workspace in which people ask about deploys and answer requests */
    @DataBoundSetter
    public void setSlack(SlackEntry slack) {
        this.slack = slack;
        save();
    }

    /** The database of the ledger; null for a file in the controller's home. Counts from the next start on. */
    public SharedLedgerEntry getLedger() {
        return ledger;
    }

    /** @param ledger keeps the ledger in a PostgreSQL database instead of a file in the controller's home */
    @DataBoundSetter
    public void setLedger(SharedLedgerEntry ledger) {
        this.ledger = ledger;
        save();
    }

    /** Where tickets stand, and what a ticket must be before a change that names it may be deployed. */
    public List<TrackerEntry> getTrackers() {
        return trackers;
    }

    /** @param trackers where tickets stand, and what a ticket must be before a change that names it may be deployed */
    @DataBoundSetter
    public void setTrackers(List<TrackerEntry> trackers) {
        List<TrackerEntry> all = trackers == null ? List.of() : trackers;
        EntriesTogether.trackers(all);
        this.trackers = new ArrayList<>(all);
        save();
    }

    /** Calendars whose events open or close environments for deploys. */
    public List<CalendarEntry> getCalendars() {
        return calendars;
    }

    /** @param calendars calendars whose events open or close environments for deploys */
    @DataBoundSetter
    public void setCalendars(List<CalendarEntry> calendars) {
        List<CalendarEntry> all = calendars == null ? List.of() : calendars;
        EntriesTogether.calendars(all);
        this.calendars = new ArrayList<>(all);
        save();
    }

    /** Where changes are deployed to, and the rules for a deploy there. */
    public List<EnvironmentEntry> getEnvironments() {
        return environments;
    }

    /** @param environments where changes are deployed to, and the rules for a deploy there */
    @DataBoundSetter
    public void setEnvironments(List<EnvironmentEntry> environments) {
        List<EnvironmentEntry> all = environments == null ? List.of() : environments;
        EntriesTogether.environments(all);
        this.environments = new ArrayList<>(all);
        save();
    }

    /** Which accounts belong to one person. */
    public List<IdentityEntry> getIdentities() {
        return identities;
    }

    /** @param identities which accounts belong to one person */
    @DataBoundSetter
    public void setIdentities(List<IdentityEntry> identities) {
        this.identities = identities == null ? new ArrayList<>() : new ArrayList<>(identities);
        save();
    }

    /**
     * The entry of an environment.
     *
     * @param name null for the only one there is
     * @throws InvalidPolicy when there is no such entry, or the name is needed to tell several apart
     */
    public EnvironmentEntry environment(String name) {
        if (name == null && environments.size() == 1) {
            return environments.get(0);
        }
        Optional<EnvironmentEntry> entry = environments.stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst();
        return entry.orElseThrow(() ->
                new InvalidPolicy("environments", Message.of("review.policy.no-environment", String.valueOf(name))));
    }

    /**
     * The approval policy of an environment.
     *
     * @throws InvalidPolicy when nobody is named who approves deploys there
     */
    public ApprovalPolicy approvalPolicy(EnvironmentEntry environment) {
        if (environment.getApproval() == null) {
            throw new InvalidPolicy("approval", Message.of("review.policy.no-approvers", environment.getName()));
        }
        return environment.getApproval().policy();
    }

    /** Who is who, as far as an administrator entered it. */
    public People people() {
        return new People(identities.stream().map(IdentityEntry::known).toList());
    }

    /**
     * When an environment may be deployed to.
     *
     * @throws InvalidPolicy when nothing is configured for it, or a calendar that it names is not
     * @throws IllegalArgumentException when a rule or a length of time cannot be read
     */
    public WindowPolicy windowPolicy(EnvironmentEntry environment, WindowEntry.Wish wish) {
        if (environment.getWindow() == null) {
            throw new InvalidPolicy("window", Message.of("review.policy.no-window", environment.getName()));
        }
        Set<String> wanted = environment.getWindow().calendarNames();
        List<CalendarEntry> used = calendars.stream()
                .filter(calendar -> wanted.isEmpty() || wanted.contains(calendar.getName()))
                .toList();
        requireKnown(
                environment,
                "window.calendars",
                wanted,
                used.stream().map(CalendarEntry::getName).toList());
        return environment
                .getWindow()
                .policy(
                        environment.getName(),
                        used.stream().map(CalendarEntry::rule).toList(),
                        wish);
    }

    /** A name that nothing has would ask for less than whoever wrote it wanted. */
    private static void requireKnown(EnvironmentEntry environment, String key, Set<String> wanted, List<String> known) {
        Set<String> unknown = new TreeSet<>(wanted);
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new InvalidPolicy(
                    key,
                    Message.of("review.policy.unknown-names", environment.getName(), String.join("\", \"", unknown)));
        }
    }

    /**
     * The review policy of an environment.
     *
     * @throws InvalidPolicy when a value makes no sense, or a tracker that it names is not configured
     */
    public ReviewPolicy reviewPolicy(EnvironmentEntry environment) {
        Set<String> wanted = Words.of(environment.getTrackers());
        List<TrackerEntry> used = trackers.stream()
                .filter(tracker -> wanted.isEmpty() || wanted.contains(tracker.getName()))
                .toList();
        requireKnown(
                environment,
                "trackers",
                wanted,
                used.stream().map(TrackerEntry::getName).toList());
        TicketPolicy tickets = new TicketPolicy(
                environment.getTicketMarker(),
                used.stream().map(TrackerEntry::tracker).toList());
        return environment.reviewPolicy(tickets, people());
    }
}
