package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.jenkins.plugins.itgc.testbed.sandbox.github.RateBudget;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Edit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import java.util.List;

/** Query, pages, people and the rate limit. */
final class CommonFields {
    private static final List<String> CONNECTIONS = List.of(
            "PullRequest",
            "PullRequestReview",
            "PullRequestCommit",
            "PullRequestChangedFile",
            "PullRequestTimelineItems",
            "Commit",
            "GitActor",
            "Label",
            "Ref",
            "UserContentEdit",
            "IssueComment");

    private CommonFields() {}

    static void addTo(RuntimeWiring.Builder all) {
        CONNECTIONS.forEach(name -> connection(all, name));
        CONNECTIONS.forEach(name -> edge(all, name));
        connection(all, "CommitHistory");
        TypeFields.of("PullRequestTimelineItemsConnection", Page.class)
                .field("filteredCount", Page::candidates)
                .field("pageCount", page -> page.nodes().size())
                .addTo(all);
        TypeFields.of("PageInfo", Page.Info.class)
                .field("hasNextPage", Page.Info::hasNextPage)
                .field("hasPreviousPage", Page.Info::hasPreviousPage)
                .field("startCursor", Page.Info::startCursor)
                .field("endCursor", Page.Info::endCursor)
                .addTo(all);
        TypeFields.of("RateLimit", Asking.class)
                .field("cost", asking -> asking.cost().points())
                .field("limit", asking -> RateBudget.LIMIT)
                .field("nodeCount", asking -> asking.cost().nodes())
                .field("remaining", asking -> asking.budget().remaining())
                .field("used", asking -> asking.budget().used())
                .field("resetAt", asking -> asking.budget().reset())
                .addTo(all);
        TypeFields.of("UserContentEdit", Edit.class)
                .field("id", edit -> Ids.node("UserContentEdit", edit.id()))
                .field("createdAt", Edit::at)
                .field("updatedAt", Edit::at)
                .field("editedAt", Edit::at)
                .field("editor", edit -> actor(edit.editor()))
                .field("diff", edit -> edit.deletion() == null ? edit.text() : null)
                .field(
                        "deletedAt",
                        edit -> edit.deletion() == null ? null : edit.deletion().at())
                .field(
                        "deletedBy",
                        edit -> edit.deletion() == null
                                ? null
                                : actor(edit.deletion().by()))
                .addTo(all);
        List.of("User", "Bot", "Mannequin", "Organization", "EnterpriseUserAccount")
                .forEach(type -> person(all, type));
    }

    /** Nobody in place of an account that was deleted. */
    static Account actor(Account account) {
        return account != null && account.exists() ? account : null;
    }

    /** Only accounts of people fit where the schema says User. */
    static Account user(Account account) {
        return account != null && account.kind() == AccountKind.USER ? account : null;
    }

    private static void connection(RuntimeWiring.Builder all, String name) {
        TypeFields.of(name + "Connection", Page.class)
                .field("nodes", Page::nodes)
                .field("edges", Page::edges)
                .field("pageInfo", Page::info)
                .field("totalCount", Page::total)
                .addTo(all);
    }

    private static void edge(RuntimeWiring.Builder all, String name) {
        TypeFields.of(name + "Edge", Page.Edge.class)
                .field("cursor", Page.Edge::cursor)
                .field("node", Page.Edge::node)
                .addTo(all);
    }

    private static void person(RuntimeWiring.Builder all, String type) {
        TypeFields<Account> fields = TypeFields.of(type, Account.class)
                .field("id", account -> Ids.node(type, account.id()))
                .field("login", Account::login)
                .field("url", (account, env) -> Asking.of(env).links().web(account))
                .field("resourcePath", account -> "/" + account.login())
                .field("avatarUrl", (account, env) -> Asking.of(env).links().avatar(account));
        if (!type.equals("EnterpriseUserAccount")) {
            fields.field("databaseId", Account::id);
        }
        if (!type.equals("Bot")) {
            fields.field("name", Account::name);
        }
        if (type.equals("User")) {
            fields.field("email", Account::email)
                    .field(
                            "isViewer",
                            (account, env) -> account.equals(Asking.of(env).viewer()));
        }
        fields.addTo(all);
    }
}
