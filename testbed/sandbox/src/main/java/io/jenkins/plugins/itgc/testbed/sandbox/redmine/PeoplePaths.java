package io.jenkins.plugins.itgc.testbed.sandbox.redmine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineSite;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Users, groups and projects. */
record PeoplePaths(World world) {
    private static final String SINCE = "2026-01-01T00:00:00Z";

    /** Groups and users share one row of numbers in Redmine; these are far from those of the users. */
    private static final int FIRST_GROUP = 10_001;

    void addTo(Routes routes) {
        routes.on("GET", "/redmine/users/{id}.json", this::user)
                .on("GET", "/redmine/projects/{id}.json", this::project)
                .on("GET", "/redmine/groups.json", request -> groups())
                .on("GET", "/redmine/groups/{id}.json", this::group);
    }

    private Answer user(Request request) {
        String id = request.variable("id");
        Account account = id.equals("current")
                ? request.caller()
                : world.accounts().all().stream()
                        .filter(candidate ->
                                Integer.toString(candidate.redmine().id()).equals(id))
                        .filter(Account::exists)
                        .findFirst()
                        .orElseThrow(() -> new HttpProblem(404, ""));
        ObjectNode json = facts(account);
        Set<String> include = included(request);
        if (include.contains("memberships")) {
            json.set("memberships", Json.array(membershipsOf(account), this::membership));
        }
        if (include.contains("groups")) {
            json.set("groups", Json.array(world.accounts().groupsOf(account), this::named));
        }
        return Answer.json(200, Json.object().set("user", json));
    }

    private Answer project(Request request) {
        RedmineSite site = world.redmine();
        for (Map.Entry<String, String> project : site.projects().entrySet()) {
            int number = RedmineSite.number(site.projects().keySet(), project.getKey());
            if (Integer.toString(number).equals(request.variable("id"))) {
                ObjectNode json = Json.object()
                        .put("id", number)
                        .put("name", project.getValue())
                        .put("identifier", project.getKey());
                return Answer.json(200, Json.object().set("project", json));
            }
        }
        throw new HttpProblem(404, "");
    }

    private static Set<String> included(Request request) {
        return new HashSet<>(
                Arrays.asList(request.parameter("include").orElse("").split(",")));
    }

    private static ObjectNode facts(Account account) {
        int space = account.name().indexOf(' ');
        return Json.object()
                .put("id", account.redmine().id())
                .put("login", account.redmine().login())
                .put("admin", false)
                .put("firstname", space < 0 ? account.name() : account.name().substring(0, space))
                .put("lastname", space < 0 ? account.name() : account.name().substring(space + 1))
                .put("mail", account.email())
                .put("created_on", SINCE)
                .putNull("last_login_on")
                .put("status", 1);
    }

    private List<RedmineSite.Membership> membershipsOf(Account account) {
        return world.redmine().memberships().stream()
                .filter(membership -> membership.login().equals(account.login()))
                .toList();
    }

    private ObjectNode membership(RedmineSite.Membership membership) {
        RedmineSite site = world.redmine();
        ObjectNode json = Json.object().put("id", membership.id());
        int project = RedmineSite.number(site.projects().keySet(), membership.project());
        json.set("project", IssuePaths.named(project, site.projects().get(membership.project())));
        json.set("roles", Json.array(membership.roles(), role -> IssuePaths.named(roleId(role), role)));
        return json;
    }

    private int roleId(String role) {
        List<String> all = world.redmine().memberships().stream()
                .flatMap(membership -> membership.roles().stream())
                .distinct()
                .toList();
        return 3 + all.indexOf(role);
    }

    private Answer groups() {
        ObjectNode json = Json.object();
        json.set("groups", Json.array(world.accounts().groups().keySet(), this::named));
        return Answer.json(200, json);
    }

    private Answer group(Request request) {
        String name = world.accounts().groups().keySet().stream()
                .filter(candidate -> Integer.toString(groupId(candidate)).equals(request.variable("id")))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, ""));
        ObjectNode json = named(name);
        if (included(request).contains("users")) {
            json.set("users", Json.array(world.accounts().groups().get(name), login -> {
                Account account = world.accounts().known(login);
                return IssuePaths.named(account.redmine().id(), account.name());
            }));
        }
        return Answer.json(200, Json.object().set("group", json));
    }

    private ObjectNode named(String group) {
        return IssuePaths.named(groupId(group), group);
    }

    private int groupId(String name) {
        return FIRST_GROUP - 1 + RedmineSite.number(world.accounts().groups().keySet(), name);
    }
}
