package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Comment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraSite;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.JiraYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.JiraYaml.HistoryYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.JiraYaml.IssueYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Jira with its issues. */
final class JiraBuilder {
    private static final List<String> USUAL_STATUSES = List.of("To Do", "In Progress", "Approved", "Done");

    private final World world;
    private final JiraYaml yaml;

    JiraBuilder(World world, JiraYaml yaml) {
        this.world = world;
        this.yaml = yaml == null ? new JiraYaml(null, null, null, null) : yaml;
    }

    JiraSite build() {
        LinkedHashMap<String, JiraIssue> issues = new LinkedHashMap<>();
        yaml.issues().forEach((key, issue) -> issues.put(key, issue(key, issue)));
        return new JiraSite(yaml.deployment(), projects(issues), statuses(issues), issues);
    }

    private JiraIssue issue(String key, IssueYaml written) {
        List<Object> path = List.of("jira", "issues", key);
        if (written == null || !key.matches("[A-Z][A-Z0-9_]*-[1-9][0-9]*")) {
            throw new WorldFormatException(path, "an issue is written as KEY-1, with at least its summary below");
        }
        JiraIssue.Facts facts = new JiraIssue.Facts(
                written.summary() == null ? key : written.summary(),
                written.description(),
                written.type(),
                account(written.assignee(), path),
                account(written.reporter(), path),
                world.times().or(written.created()));
        String first = yaml.statuses().isEmpty()
                ? USUAL_STATUSES.get(0)
                : yaml.statuses().get(0);
        JiraIssue issue = new JiraIssue(world.ids().next(), key, facts, first);
        written.history().forEach(entry -> issue.changed(entry(entry, path)));
        written.comments().forEach(comment -> issue.comment(comment(comment, path)));
        if (written.status() != null) {
            issue.status(written.status());
        }
        return issue;
    }

    private JiraIssue.HistoryEntry entry(HistoryYaml written, List<Object> path) {
        List<JiraIssue.Item> items = written.items().stream()
                .map(item -> new JiraIssue.Item(item.field(), item.from(), item.to()))
                .toList();
        if (items.stream().anyMatch(item -> item.field().equals("status") && item.to() == null)) {
            throw new WorldFormatException(path, "a change of the status needs 'to'");
        }
        return new JiraIssue.HistoryEntry(
                world.ids().next(), account(written.by(), path), world.times().or(written.at()), items);
    }

    private Comment comment(JiraYaml.CommentYaml written, List<Object> path) {
        return new Comment(
                world.ids().next(),
                account(written.author(), path),
                written.body(),
                world.times().or(written.at()));
    }

    private Account account(String login, List<Object> path) {
        return login == null ? null : world.accounts().login(login, path);
    }

    private Map<String, String> projects(Map<String, JiraIssue> issues) {
        Map<String, String> projects = new LinkedHashMap<>(yaml.projects());
        issues.values().forEach(issue -> projects.putIfAbsent(issue.project(), issue.project()));
        return projects;
    }

    private List<String> statuses(Map<String, JiraIssue> issues) {
        Set<String> statuses = new LinkedHashSet<>(yaml.statuses().isEmpty() ? USUAL_STATUSES : yaml.statuses());
        issues.values().forEach(issue -> statuses.add(issue.status()));
        issues.values().stream()
                .flatMap(issue -> issue.history().stream())
                .flatMap(entry -> entry.items().stream())
                .filter(item -> item.field().equals("status"))
                .forEach(item -> {
                    if (item.from() != null) {
                        statuses.add(item.from());
                    }
                    statuses.add(item.to());
                });
        return new ArrayList<>(statuses);
    }
}
