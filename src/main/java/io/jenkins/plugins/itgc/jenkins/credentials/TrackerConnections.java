package io.jenkins.plugins.itgc.jenkins.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.TicketTrackers;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.jira.JiraComments;
import io.jenkins.plugins.itgc.connect.jira.JiraTickets;
import io.jenkins.plugins.itgc.connect.redmine.RedmineNotes;
import io.jenkins.plugins.itgc.connect.redmine.RedmineTickets;
import io.jenkins.plugins.itgc.deploy.TicketNotes;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.JiraTracker;
import io.jenkins.plugins.itgc.jenkins.config.TrackerEntry;
import io.jenkins.plugins.itgc.review.Tickets;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Connects the ticket trackers of a policy with the credentials that the configuration names. */
public final class TrackerConnections {
    private final Keyring keyring;

    private TrackerConnections(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * The configured trackers that the policy names.
     *
     * @param keyring finds their credentials
     * @throws AbortException when credentials are missing, or the REST version of a Jira is none
     */
    public static TicketTrackers of(ReviewPolicy policy, Keyring keyring) throws AbortException {
        TrackerConnections connections = new TrackerConnections(keyring);
        Map<String, Tickets> trackers = new HashMap<>();
        for (TrackerEntry entry : ItgcConfiguration.get().getTrackers()) {
            Optional<Tracker> used = policy.ticket().tracker(entry.getName());
            if (used.isPresent()) {
                trackers.put(entry.getName(), connections.connect(entry, used.get()));
            }
        }
        return new TicketTrackers(trackers);
    }

    /** Where notes can be left on the tickets of every configured tracker. */
    public static Map<String, TicketNotes> notes(Keyring keyring) throws AbortException {
        TrackerConnections connections = new TrackerConnections(keyring);
        Map<String, TicketNotes> notes = new HashMap<>();
        for (TrackerEntry entry : ItgcConfiguration.get().getTrackers()) {
            HttpReader http = connections.http(entry, entry.tracker());
            notes.put(
                    entry.getName(),
                    entry instanceof JiraTracker jira ? new JiraComments(http, version(jira)) : new RedmineNotes(http));
        }
        return notes;
    }

    private HttpReader http(TrackerEntry entry, Tracker tracker) throws AbortException {
        return ItgcServices.get()
                .http(endpoint(tracker, credentials(entry.credentials(), tracker)), entry.credentials());
    }

    private Tickets connect(TrackerEntry entry, Tracker tracker) throws AbortException {
        ItgcServices services = ItgcServices.get();
        HttpReader http = http(entry, tracker);
        if (entry instanceof JiraTracker jira) {
            JiraTickets.Dialect dialect = new JiraTickets.Dialect(version(jira), entry.robotAccounts());
            return new JiraTickets(http, tracker, dialect, services.reads());
        }
        return new RedmineTickets(http, tracker, entry.robotAccounts(), services.reads());
    }

    private static int version(JiraTracker jira) throws AbortException {
        return switch (jira.getRestVersion()) {
            case "2" -> 2;
            case "3" -> 3;
            default ->
                throw new WordedAbort(Message.of(
                        "connect.credentials.rest-version", jira.getName(), String.valueOf(jira.getRestVersion())));
        };
    }

    /** The administrator names these credentials, not the pipeline, so they need not be visible to the job. */
    private StandardCredentials credentials(String id, Tracker tracker) throws AbortException {
        if (id.isEmpty()) {
            return null;
        }
        StandardCredentials found = keyring.find(id, tracker.url().toString());
        if (found == null) {
            throw new WordedAbort(
                    Message.of("connect.credentials.tracker", id, tracker.url().toString(), tracker.name()));
        }
        return found;
    }

    private static Endpoint endpoint(Tracker tracker, StandardCredentials credentials) {
        String system = tracker.kind() == Tracker.Kind.JIRA ? "Jira" : "Redmine";
        if (credentials instanceof StandardUsernamePasswordCredentials login) {
            return Endpoint.basic(
                    system,
                    tracker.url(),
                    () -> Optional.of(new Endpoint.Login(
                            login.getUsername(), login.getPassword().getPlainText())));
        }
        if (tracker.kind() == Tracker.Kind.REDMINE) {
            return new Endpoint(system, tracker.url(), "X-Redmine-API-Key", () -> text(credentials));
        }
        return Endpoint.bearer(system, tracker.url(), () -> text(credentials));
    }

    private static Optional<String> text(StandardCredentials credentials) {
        return credentials instanceof StringCredentials text
                ? Optional.of(text.getSecret().getPlainText())
                : Optional.empty();
    }
}
