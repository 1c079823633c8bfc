package io.jenkins.plugins.itgc.jenkins.slack;

import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.gates.CalendarReleases;
import io.jenkins.plugins.itgc.jenkins.view.DeployRecords;
import io.jenkins.plugins.itgc.jenkins.view.ItgcPermissions;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.window.DeployDate;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import io.jenkins.plugins.itgc.window.WindowGate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plans dates for pull requests, for those who may hold deploys: until its date a deploy is held. */
final class SlackSchedule {
    static final String FORM = "Say it like: /deploy schedule SERVICE#PR 2026-11-25 10:00 Asia/Tokyo [for ENVIRONMENT],"
            + " or none for the date. In the place of SERVICE may stand OWNER/REPOSITORY.";

    private static final Logger LOG = Logger.getLogger(SlackSchedule.class.getName());
    private static final Pattern SUBJECT = Pattern.compile("([\\w./-]{1,200})#([1-9][0-9]{0,8})");

    private final Person person;

    SlackSchedule(Person person) {
        this.person = person;
    }

    /** Whether these words plan something; otherwise they ask what is planned. */
    static boolean plans(List<String> words) {
        return !words.isEmpty() && words.get(0).contains("#");
    }

    String plan(List<String> words) {
        Optional<String> user = new SlackRights(person).holder(ItgcPermissions.HOLD);
        Matcher subject = SUBJECT.matcher(words.get(0));
        int to = words.indexOf("for");
        List<String> date = words.subList(1, to < 0 ? words.size() : to);
        if (user.isEmpty()) {
            return "Your account in Jenkins may not hold deploys, and a date holds one.";
        }
        if (!subject.matches() || date.isEmpty() || to == words.size() - 1) {
            return FORM;
        }
        try {
            String environment = environment(to < 0 ? "" : words.get(to + 1));
            String text = String.join(" ", date);
            Instant at = text.equals("none") ? null : future(text);
            return planned(new ReleasePlans.Plan(
                    repository(subject.group(1)),
                    Integer.parseInt(subject.group(2)),
                    environment,
                    at,
                    at == null ? null : text,
                    user.get()));
        } catch (IllegalArgumentException e) {
            return SlackText.escaped(e.getMessage(), 600);
        }
    }

    private static Instant future(String text) {
        Instant at = DeployDate.parse(text);
        if (!at.isAfter(ItgcServices.get().clock().instant())) {
            throw new IllegalArgumentException("\"" + text + "\" has passed.");
        }
        return at;
    }

    private static String environment(String named) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        if (!named.isEmpty()) {
            return configuration.environment(named).getName();
        }
        List<String> withWindow = configuration.getEnvironments().stream()
                .filter(environment -> environment.getWindow() != null)
                .map(EnvironmentEntry::getName)
                .toList();
        if (withWindow.size() != 1) {
            throw new IllegalArgumentException("Say for which environment. " + FORM);
        }
        return withWindow.get(0);
    }

    /** By its full name, or by a service of which a deploy is known that this person may see. */
    private String repository(String name) {
        if (name.contains("/")) {
            return RepositoryId.parse(name).toString();
        }
        Projection projection = DeployRecords.get().current();
        return projection
                .deploys()
                .find(
                        DeployFilter.place(name, null),
                        new SlackRights(person).scope(projection, ItgcPermissions.VIEW),
                        1)
                .stream()
                .findFirst()
                .map(Deploy::repository)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No deploy of " + name + " that you may see tells its repository. " + FORM));
    }

    private static String planned(ReleasePlans.Plan plan) {
        ItgcServices services = ItgcServices.get();
        new ReleasePlans(services.ledger()).record(plan);
        services.waiting().wake(WindowGate.topic(plan.environment()));
        services.errand(() -> enter(plan));
        String title = SlackText.escaped(plan.title(), 300);
        return plan.at() == null
                ? title + " is no longer scheduled."
                : title + " is scheduled for " + SlackText.escaped(plan.text(), 60) + " (your time: "
                        + SlackText.time(plan.at()) + ").";
    }

    private static void enter(ReleasePlans.Plan plan) {
        try {
            CalendarReleases.enter(plan);
        } catch (EvidenceUnavailable e) {
            LOG.log(
                    Level.WARNING,
                    "A planned date was not entered into a calendar: {0}",
                    e.finding().what());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
