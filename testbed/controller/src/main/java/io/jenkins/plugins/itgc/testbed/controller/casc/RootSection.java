package io.jenkins.plugins.itgc.testbed.controller.casc;

import hudson.model.View;
import hudson.security.AuthorizationStrategy;
import io.jenkins.plugins.itgc.testbed.controller.binding.Binder;
import io.jenkins.plugins.itgc.testbed.controller.binding.BindingFailure;
import io.jenkins.plugins.itgc.testbed.controller.security.LocalUsers;
import io.jenkins.plugins.itgc.testbed.controller.security.LoggedInUsers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;

/** The section {@code jenkins}. */
final class RootSection {
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "agentProtocols",
            "crumbIssuer",
            "disableRememberMe",
            "labelString",
            "markupFormatter",
            "mode",
            "numExecutors",
            "quietPeriod",
            "remotingSecurity",
            "scmCheckoutRetryCount",
            "slaveAgentPort");
    private static final Set<String> KNOWN = Set.of("systemMessage", "securityRealm", "authorizationStrategy", "views");

    private final Source source;

    RootSection(Source source) {
        this.source = source;
    }

    void apply(Map<String, Object> section) throws IOException {
        Map<String, Object> offered = new java.util.LinkedHashMap<>(section);
        offered.keySet().removeAll(WITHOUT_EFFECT);
        source.checkKeys(offered, "jenkins", KNOWN);
        if (section.get("systemMessage") != null) {
            Jenkins.get().setSystemMessage(section.get("systemMessage").toString());
        }
        if (section.containsKey("securityRealm")) {
            applyRealm(Configuration.map(source, section, "jenkins", "securityRealm"));
        }
        if (section.containsKey("authorizationStrategy")) {
            applyStrategy(section);
        }
        applyViews(Configuration.maps(source, section, "jenkins", "views"));
    }

    private void applyViews(List<Map<String, Object>> views) throws IOException {
        for (int i = 0; i < views.size(); i++) {
            try {
                Jenkins.get().addView((View) Binder.nested(View.class, views.get(i), "jenkins.views[" + i + "]"));
            } catch (BindingFailure e) {
                throw source.failure(e);
            }
        }
    }

    private void applyRealm(Map<String, Object> section) throws CascFailure {
        String path = "jenkins.securityRealm";
        source.checkKeys(section, path, Set.of("local"));
        Map<String, Object> local = Configuration.map(source, section, path, "local");
        source.checkKeys(local, path + ".local", Set.of("allowsSignup", "enableCaptcha", "users"));
        LocalUsers realm = new LocalUsers();
        List<Map<String, Object>> users = Configuration.maps(source, local, path + ".local", "users");
        for (int i = 0; i < users.size(); i++) {
            add(realm, users.get(i), path + ".local.users[" + i + "]");
        }
        Jenkins.get().setSecurityRealm(realm);
    }

    private void add(LocalUsers realm, Map<String, Object> user, String path) throws CascFailure {
        source.checkKeys(user, path, Set.of("id", "name", "password", "description", "properties"));
        if (user.get("id") == null || user.get("password") == null) {
            throw source.failure(path, "a user needs an id and a password");
        }
        Object name = user.get("name");
        realm.add(
                user.get("id").toString(),
                name == null ? null : name.toString(),
                user.get("password").toString());
    }

    private void applyStrategy(Map<String, Object> section) throws CascFailure {
        String path = "jenkins.authorizationStrategy";
        Object value = section.get("authorizationStrategy");
        Map<String, Object> kinds = value instanceof String name
                ? Map.of(name, Map.of())
                : Configuration.map(source, section, "jenkins", "authorizationStrategy");
        source.checkKeys(kinds, path, Set.of("loggedInUsersCanDoAnything", "globalMatrix", "unsecured"));
        for (String kind : kinds.keySet()) {
            Map<String, Object> settings = Configuration.map(source, kinds, path, kind);
            Jenkins.get().setAuthorizationStrategy(strategy(kind, settings, path + "." + kind));
        }
    }

    private AuthorizationStrategy strategy(String kind, Map<String, Object> settings, String path) throws CascFailure {
        return switch (kind) {
            case "loggedInUsersCanDoAnything" -> loggedIn(settings, path);
            case "globalMatrix" -> new MatrixSection(source, path).read(settings);
            default -> AuthorizationStrategy.UNSECURED;
        };
    }

    private LoggedInUsers loggedIn(Map<String, Object> settings, String path) throws CascFailure {
        source.checkKeys(settings, path, Set.of("allowAnonymousRead"));
        return new LoggedInUsers(
                Boolean.parseBoolean(String.valueOf(settings.getOrDefault("allowAnonymousRead", "true"))));
    }
}
