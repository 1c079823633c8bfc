package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.UserYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.WorldYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People, machines, groups and tokens. */
final class AccountsBuilder {
    private final WorldYaml yaml;
    private final Map<String, String> tokens;

    AccountsBuilder(WorldYaml yaml) {
        this.yaml = yaml;
        this.tokens = yaml.tokens().isEmpty() ? WorldBuilder.defaultTokens() : yaml.tokens();
    }

    Map<String, String> tokens() {
        return tokens;
    }

    void addTo(World world) {
        int redmineId = 1;
        for (Map.Entry<String, UserYaml> entry : users().entrySet()) {
            UserYaml user = entry.getValue() == null ? UserYaml.plain() : entry.getValue();
            for (int n = 1; n <= user.repeat(); n++) {
                world.accounts().add(account(world.ids().next(), redmineId++, entry.getKey(), user, n));
            }
        }
        yaml.groups().forEach((name, members) -> group(world, name, members == null ? List.of() : members));
        tokens.forEach((token, login) -> world.accounts().login(login, List.of("tokens", token)));
    }

    /** The users as written, and the machine that the default token belongs to. */
    private Map<String, UserYaml> users() {
        Map<String, UserYaml> users = new LinkedHashMap<>(yaml.users());
        if (yaml.tokens().isEmpty()) {
            WorldBuilder.defaultTokens()
                    .values()
                    .forEach(login ->
                            users.putIfAbsent(login, new UserYaml(null, null, AccountKind.BOT, null, null, null)));
        }
        return users;
    }

    private static void group(World world, String name, List<String> members) {
        for (int i = 0; i < members.size(); i++) {
            world.accounts().login(members.get(i), List.of("groups", name, i));
        }
        world.accounts().group(name, members);
    }

    private static Account account(long id, int redmineId, String writtenLogin, UserYaml user, int n) {
        String login = numbered(writtenLogin, n);
        if (!login.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            throw new WorldFormatException(
                    List.of("users", writtenLogin), "a login has letters, digits and dashes only, and no [bot]");
        }
        List<String> emails = user.emails() == null || user.emails().isEmpty()
                ? List.of(login + "@example.com")
                : user.emails().stream().map(email -> numbered(email, n)).toList();
        String name = user.name() == null ? login : numbered(user.name(), n);
        return new Account(id, login, name, emails, user.kind(), jira(login, user), redmine(login, redmineId, user));
    }

    private static Account.JiraAccount jira(String login, UserYaml user) {
        String type = user.kind() == AccountKind.BOT ? "app" : "atlassian";
        return new Account.JiraAccount(
                user.jira().accountId() == null ? "jira:" + login : user.jira().accountId(),
                user.jira().accountType() == null ? type : user.jira().accountType(),
                user.jira().active());
    }

    private static Account.RedmineAccount redmine(String login, int id, UserYaml user) {
        return new Account.RedmineAccount(
                user.redmine().id() == null ? id : user.redmine().id(),
                user.redmine().login() == null ? login : user.redmine().login());
    }

    private static String numbered(String text, int n) {
        return text.replace("{n}", Integer.toString(n));
    }
}
