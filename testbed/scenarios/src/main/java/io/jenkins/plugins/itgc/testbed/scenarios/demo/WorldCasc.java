package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.scenarios.WorldPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Configuration as code for a controller whose GitHub, Jira and Redmine are a world. */
record WorldCasc(Sandbox sandbox) {
    private static final String CREDENTIALS = "sandbox";

    Path write(Path folder) throws IOException {
        Map<String, Object> document =
                Map.of("credentials", credentials(), "unclassified", Map.of("itgcDeployGates", gates()));
        return Files.writeString(folder.resolve("world.yaml"), new YAMLMapper().writeValueAsString(document));
    }

    private static Map<String, Object> credentials() {
        Map<String, Object> token =
                Map.of("string", Map.of("scope", "GLOBAL", "id", CREDENTIALS, "secret", WorldPolicy.TOKEN));
        return Map.of("system", Map.of("domainCredentials", List.of(Map.of("credentials", List.of(token)))));
    }

    private Map<String, Object> gates() {
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
                "environments", List.of(Map.of("name", "production")),
                "identities", identities());
    }

    private static Map<String, Object> tracker(String name, String url, String projects) {
        return Map.of(
                "name", name,
                "url", url,
                "credentialsId", CREDENTIALS,
                "projects", projects,
                "approvedStatuses", WorldPolicy.APPROVED,
                "managersGroup", WorldPolicy.MANAGERS);
    }

    private List<Map<String, Object>> identities() {
        return sandbox.world().accounts().all().stream()
                .filter(Account::exists)
                .map(WorldCasc::identity)
                .toList();
    }

    private static Map<String, Object> identity(Account account) {
        return Map.of(
                "gitHub", account.login(),
                "accounts",
                        List.of(
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
