package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Accounts;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import java.util.List;
import java.util.Map;

/** People as REST shows them. */
final class PeopleJson {
    static final Account GHOST =
            new Account(10137, "ghost", "Deleted user", List.of("ghost@example.com"), AccountKind.USER, null, null);
    private static final Template USER = new Template("user.json");

    private final Links links;
    private final Accounts accounts;

    PeopleJson(Links links, Accounts accounts) {
        this.links = links;
        this.accounts = accounts;
    }

    ObjectNode user(Account account) {
        String kind = account.kind() == AccountKind.MANNEQUIN
                ? "Mannequin"
                : account.kind().typeName();
        ObjectNode user = USER.filled(Map.of(
                "api", links.api() + "/users/" + account.login(),
                "web", links.web(account),
                "avatar", links.avatar(account)));
        user.put("id", account.id());
        user.put("node_id", Ids.node(kind, account.id()));
        user.put("login", account.restLogin());
        user.put("type", kind);
        return user;
    }

    /** Null for an account that was deleted, or for none. */
    JsonNode nullable(Account account) {
        return account != null && account.exists() ? user(account) : NullNode.instance;
    }

    /** Where the description allows no null, GitHub shows its user "ghost" for an account that was deleted. */
    ObjectNode orGhost(Account account) {
        return user(account != null && account.exists() ? account : GHOST);
    }

    /** Whom GitHub attributes a commit to; null for nobody. */
    JsonNode attributed(Commit.Person person) {
        return accounts.byEmail(person.email()).map(this::nullable).orElse(NullNode.instance);
    }

    static ObjectNode gitUser(Commit.Person person) {
        return Json.object()
                .put("name", person.name())
                .put("email", person.email())
                .put("date", person.date().toString());
    }
}
