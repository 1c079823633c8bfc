package io.jenkins.plugins.itgc.testbed.sandbox.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Users, the groups they are in, and the site itself. */
record PeoplePaths(World world, JiraJson json, int version) {
    void addTo(Routes routes) {
        String api = "/jira/rest/api/" + version;
        routes.on("GET", api + "/myself", request -> Answer.json(200, json.user(request.caller())))
                .on("GET", api + "/user", this::user)
                .on("GET", api + "/group/member", this::members)
                .on("GET", api + "/serverInfo", request -> Answer.json(200, serverInfo()));
        if (json.isCloud()) {
            routes.on("GET", api + "/user/groups", this::groups);
        }
    }

    private Answer user(Request request) {
        Account account = asked(request);
        ObjectNode user = json.user(account);
        if (request.parameter("expand")
                .filter(names -> names.contains("groups"))
                .isPresent()) {
            List<String> names = world.accounts().groupsOf(account);
            ObjectNode groups = user.putObject("groups").put("size", names.size());
            groups.set("items", Json.array(names, this::group));
        }
        return Answer.json(200, user);
    }

    private Answer groups(Request request) {
        return Answer.json(200, Json.array(world.accounts().groupsOf(asked(request)), this::group));
    }

    private ObjectNode group(String name) {
        ObjectNode group = Json.object().put("name", name);
        if (json.isCloud()) {
            group.put("groupId", groupId(name));
        }
        return group.put("self", json.api() + "/group?groupname=" + name);
    }

    private Answer members(Request request) {
        String name = world.accounts().groups().keySet().stream()
                .filter(group ->
                        request.parameter("groupname").filter(group::equals).isPresent()
                                || request.parameter("groupId")
                                        .filter(groupId(group)::equals)
                                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "The group does not exist."));
        List<Account> members = world.accounts().groups().get(name).stream()
                .map(world.accounts()::known)
                .toList();
        return Answer.json(200, JiraPage.of(request, members, 50, json::user));
    }

    /** Cloud asks by account id only, a server by name or key. */
    private Account asked(Request request) {
        return world.accounts().all().stream()
                .filter(Account::exists)
                .filter(account -> json.isCloud() ? byId(request, account) : byName(request, account))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "The user does not exist."));
    }

    private static boolean byId(Request request, Account account) {
        return request.parameter("accountId")
                .filter(account.jira().accountId()::equals)
                .isPresent();
    }

    private static boolean byName(Request request, Account account) {
        return request.parameter("username")
                .or(() -> request.parameter("key"))
                .filter(account.login()::equals)
                .isPresent();
    }

    private ObjectNode serverInfo() {
        return Json.object()
                .put("baseUrl", json.api().replaceFirst("/rest/api/.*", ""))
                .put("version", json.isCloud() ? "1001.0.0-SNAPSHOT" : "9.12.0")
                .put("deploymentType", json.isCloud() ? "Cloud" : "Server")
                .put("serverTitle", "Sandbox");
    }

    private static String groupId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
