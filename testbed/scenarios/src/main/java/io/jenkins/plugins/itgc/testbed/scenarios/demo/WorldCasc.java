package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Database;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.SlackYaml;
import io.jenkins.plugins.itgc.testbed.scenarios.WorldPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Configuration as code for a controller whose systems are a world. Each gate for which the world has something stands before
 * a deploy to production: calendars, databases, and a group "release-managers".
 */
record WorldCasc(Sandbox sandbox) {
    /** Id of the credentials that the branch source takes. */
    static final String LOGIN = "sandbox-login";

    /** Whoever is in this group of a world answers for releases; without it nobody is asked. */
    static final String APPROVERS = "release-managers";

    /** Where the bot writes. */
    static final String CHANNEL = "C0DEPLOYS";

    private static final String CREDENTIALS = "sandbox";
    private static final String SIGNING = "sandbox-signing";
    private static final String RELEASE_APPROVED = "Release approved";

    Path write(Path folder) throws IOException {
        Map<String, Object> document =
                Map.of("credentials", credentials(), "unclassified", Map.of("itgcDeployGates", gates(folder)));
        return Files.writeString(folder.resolve("world.yaml"), new YAMLMapper().writeValueAsString(document));
    }

    private static Map<String, Object> credentials() {
        Map<String, Object> token =
                Map.of("string", Map.of("scope", "GLOBAL", "id", CREDENTIALS, "secret", WorldPolicy.TOKEN));
        Map<String, Object> login = Map.of(
                "usernamePassword",
                Map.of("scope", "GLOBAL", "id", LOGIN, "username", "itgc-gates", "password", WorldPolicy.TOKEN));
        Map<String, Object> signing =
                Map.of("string", Map.of("scope", "GLOBAL", "id", SIGNING, "secret", SlackYaml.DEFAULT.signingSecret()));
        return Map.of(
                "system", Map.of("domainCredentials", List.of(Map.of("credentials", List.of(token, login, signing)))));
    }

    private Map<String, Object> gates(Path folder) {
        return Map.of(
                "gitHub", Map.of("apiUri", sandbox.gitHubApi().toString(), "credentialsId", CREDENTIALS),
                "trackers",
                        List.of(
                                Map.of(
                                        "itgcJira",
                                        tracker("jira", sandbox.jira().toString(), "OPS")),
                                Map.of(
                                        "itgcRedmine",
                                        tracker("redmine", sandbox.redmine().toString(), "operations"))),
                "calendars", calendars(),
                "slack", slack(),
                "environments", List.of(production(folder)),
                "identities", identities());
    }

    private Map<String, Object> slack() {
        return Map.of(
                "team", sandbox.world().slack().id(),
                "signingSecretId", SIGNING,
                "botTokenId", CREDENTIALS,
                "channel", CHANNEL,
                "apiUrl", sandbox.slackApi().toString());
    }

    private List<Map<String, Object>> calendars() {
        return sandbox.world().calendars().keySet().stream()
                .map(name -> Map.<String, Object>of("itgcCalDav", calendar(name)))
                .toList();
    }

    private Map<String, Object> calendar(String name) {
        return Map.of(
                "name",
                name,
                "url",
                sandbox.calDav(name).toString(),
                "credentialsId",
                LOGIN,
                "windowEvents",
                "Deploy window*",
                "freezeEvents",
                "*freeze*",
                "releases",
                true);
    }

    private Map<String, Object> production(Path folder) {
        Map<String, Object> production = new LinkedHashMap<>(Map.of("name", "production"));
        List<String> gates = new ArrayList<>(List.of("review"));
        if (!sandbox.world().databases().isEmpty()) {
            gates.add("migration");
            production.put("databases", databases(folder));
        }
        if (asksForApproval()) {
            gates.add("approval");
            production.put("approval", approval());
        }
        if (!sandbox.world().calendars().isEmpty()) {
            gates.add("window");
            production.put(
                    "window",
                    Map.of(
                            "calendars",
                            String.join(", ", sandbox.world().calendars().keySet())));
        }
        production.put("requiredGates", String.join(", ", gates));
        return production;
    }

    private boolean asksForApproval() {
        return sandbox.world().accounts().groups().containsKey(APPROVERS);
    }

    private List<Map<String, Object>> databases(Path folder) {
        return sandbox.world().databases().entrySet().stream()
                .map(database -> database(database.getKey(), database.getValue(), folder))
                .toList();
    }

    private static Map<String, Object> database(String name, Database database, Path folder) {
        return Map.of(
                "name",
                name,
                "tool",
                "flyway",
                "files",
                database.folder() + "/**",
                "contact",
                "who runs migrations in this world",
                "targets",
                List.of(Map.of("name", "main", "url", WorldDatabases.url(folder, name))));
    }

    private Map<String, Object> approval() {
        List<String> members = sandbox.world().accounts().groups().get(APPROVERS);
        return Map.of(
                "quorum",
                "1 of " + APPROVERS,
                "groups",
                List.of(Map.of("name", APPROVERS, "members", String.join(", ", members))),
                "ticketStatuses",
                RELEASE_APPROVED);
    }

    private Map<String, Object> tracker(String name, String url, String projects) {
        return Map.of(
                "name", name,
                "url", url,
                "credentialsId", CREDENTIALS,
                "projects", projects,
                "approvedStatuses",
                        asksForApproval() ? WorldPolicy.APPROVED + ", " + RELEASE_APPROVED : WorldPolicy.APPROVED,
                "managersGroup", WorldPolicy.MANAGERS);
    }

    private List<Map<String, Object>> identities() {
        return sandbox.world().accounts().all().stream()
                .filter(Account::exists)
                .map(this::identity)
                .toList();
    }

    private Map<String, Object> identity(Account account) {
        return Map.of(
                "gitHub", account.login(),
                "accounts",
                        List.of(
                                Map.of("tracker", "jenkins", "account", account.login()),
                                Map.of(
                                        "tracker",
                                        "slack",
                                        "account",
                                        sandbox.world().slack().id() + "/" + SlackTeam.userOf(account)),
                                Map.of(
                                        "tracker",
                                        "jira",
                                        "account",
                                        account.jira().accountId()),
                                Map.of(
                                        "tracker",
                                        "redmine",
                                        "account",
                                        account.redmine().login())));
    }
}
