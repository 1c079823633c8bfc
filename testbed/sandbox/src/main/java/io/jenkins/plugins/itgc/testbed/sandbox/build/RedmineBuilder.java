package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineSite;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.RedmineYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.RedmineYaml.HistoryYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.RedmineYaml.IssueYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Redmine with its issues. */
final class RedmineBuilder {
    private static final List<String> USUAL_STATUSES = List.of("New", "In Progress", "Approved", "Closed");

    private final World world;
    private final RedmineYaml yaml;

    RedmineBuilder(World world, RedmineYaml yaml) {
        this.world = world;
        this.yaml = yaml == null ? new RedmineYaml(null, null, null, null, null, null) : yaml;
    }

    RedmineSite build() {
        TreeMap<Integer, RedmineIssue> issues = new TreeMap<>();
        yaml.issues().forEach((id, issue) -> issues.put(id, issue(id, issue)));
        return new RedmineSite(
                projects(issues),
                trackers(issues),
                statuses(issues),
                Set.copyOf(yaml.closedStatuses()),
                issues,
                memberships());
    }

    private RedmineIssue issue(int id, IssueYaml written) {
        List<Object> path = List.of("redmine", "issues", Integer.toString(id));
        if (written == null) {
            throw new WorldFormatException(path, "an issue needs at least its subject");
        }
        RedmineIssue.Facts facts = new RedmineIssue.Facts(
                written.subject() == null ? "Issue " + id : written.subject(),
                written.description(),
                written.project(),
                written.tracker(),
                account(written.author(), path),
                account(written.assignee(), path),
                world.times().or(written.created()));
        RedmineIssue issue = new RedmineIssue(id, facts, firstStatuses().get(0));
        written.history().forEach(entry -> issue.changed(journal(entry, path)));
        if (written.status() != null) {
            issue.status(written.status());
        }
        return issue;
    }

    private RedmineIssue.Journal journal(HistoryYaml written, List<Object> path) {
        List<RedmineIssue.Detail> details = written.to() == null
                ? List.of()
                : List.of(new RedmineIssue.Detail(written.field(), written.from(), written.to()));
        return new RedmineIssue.Journal(
                world.ids().next(),
                account(written.by(), path),
                world.times().or(written.at()),
                written.notes(),
                details);
    }

    private Account account(String login, List<Object> path) {
        return login == null ? null : world.accounts().login(login, path);
    }

    private Map<String, String> projects(Map<Integer, RedmineIssue> issues) {
        Map<String, String> projects = new LinkedHashMap<>(yaml.projects());
        issues.values()
                .forEach(issue -> projects.putIfAbsent(
                        issue.facts().project(), issue.facts().project()));
        return projects;
    }

    private List<String> trackers(Map<Integer, RedmineIssue> issues) {
        Set<String> trackers = new LinkedHashSet<>(yaml.trackers());
        issues.values().forEach(issue -> trackers.add(issue.facts().tracker()));
        return new ArrayList<>(trackers);
    }

    private List<String> firstStatuses() {
        return yaml.statuses().isEmpty() ? USUAL_STATUSES : yaml.statuses();
    }

    private List<String> statuses(Map<Integer, RedmineIssue> issues) {
        Set<String> statuses = new LinkedHashSet<>(firstStatuses());
        for (RedmineIssue issue : issues.values()) {
            statuses.add(issue.status());
            for (RedmineIssue.Journal journal : issue.journals()) {
                for (RedmineIssue.Detail detail : journal.details()) {
                    if (detail.field().equals("status_id")) {
                        statuses.add(detail.to());
                        statuses.add(detail.from() == null ? detail.to() : detail.from());
                    }
                }
            }
        }
        return new ArrayList<>(statuses);
    }

    private List<RedmineSite.Membership> memberships() {
        List<RedmineSite.Membership> memberships = new ArrayList<>();
        for (int i = 0; i < yaml.memberships().size(); i++) {
            RedmineYaml.MembershipYaml written = yaml.memberships().get(i);
            Account user = world.accounts().login(written.user(), List.of("redmine", "memberships", i));
            memberships.add(new RedmineSite.Membership(
                    world.ids().next(), user.login(), written.project(), List.copyOf(written.roles())));
        }
        return memberships;
    }
}
