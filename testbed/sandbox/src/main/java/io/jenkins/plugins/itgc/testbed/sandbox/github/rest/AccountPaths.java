package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.OwnerAccounts;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Permission;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.List;
import java.util.Optional;

/** The caller, other accounts, and who works on a repository. */
record AccountPaths(Rest rest) {
    void addTo(Routes routes) {
        routes.on("GET", RestRoutes.ROOT + "/user", this::caller)
                .on("GET", RestRoutes.ROOT + "/users/{username}", this::user)
                .on("GET", RestRoutes.REPOSITORY + "/collaborators", this::collaborators);
    }

    /** An app that is installed has no user of its own to speak of, and GitHub says so. */
    private Answer caller(Request request) {
        if (request.caller().kind() == AccountKind.BOT) {
            throw new HttpProblem(403, "Resource not accessible by integration");
        }
        return Answer.json(200, profile(request.caller()));
    }

    private Answer user(Request request) {
        return account(request.variable("username"))
                .map(account -> Answer.json(200, profile(account)))
                .orElseThrow(Rest::notFound);
    }

    /** GitHub knows a bot by the login that ends in [bot] alone, and a deleted account not at all. */
    private Optional<Account> account(String login) {
        if (login.equals(PeopleJson.GHOST.login())) {
            return Optional.of(PeopleJson.GHOST);
        }
        return rest.world()
                .accounts()
                .find(login)
                .filter(found -> found.exists() && found.restLogin().equals(login))
                .or(() -> owner(login));
    }

    private Optional<Account> owner(String login) {
        return rest.world().repositories().values().stream()
                .filter(repository -> repository.owner().equals(login))
                .findFirst()
                .map(new OwnerAccounts(rest.world())::of)
                .filter(found -> found.kind() == AccountKind.ORGANIZATION);
    }

    private ObjectNode profile(Account account) {
        String since = "2026-01-01T00:00:00Z";
        return rest.people()
                .user(account)
                .put("name", account.name())
                .put("email", account.email())
                .putNull("bio")
                .putNull("blog")
                .putNull("company")
                .putNull("hireable")
                .putNull("location")
                .put("followers", 0)
                .put("following", 0)
                .put("public_gists", 0)
                .put("public_repos", 0)
                .put("created_at", since)
                .put("updated_at", since);
    }

    private Answer collaborators(Request request) {
        Repository repository = rest.repository(request);
        if (!repository.access().of(request.caller()).canPush()) {
            throw new HttpProblem(403, "Must have push access to view repository collaborators.");
        }
        List<Account> members = rest.world().accounts().all().stream()
                .filter(account -> account.exists() && repository.access().of(account) != Permission.NONE)
                .toList();
        return Listing.of(request, rest.links()).answer(members, account -> collaborator(repository, account));
    }

    private ObjectNode collaborator(Repository repository, Account account) {
        Permission role = repository.access().of(account);
        ObjectNode json = rest.people().user(account).put("role_name", role.roleName());
        json.putObject("permissions")
                .put("admin", role == Permission.ADMIN)
                .put("maintain", role.compareTo(Permission.MAINTAIN) <= 0)
                .put("push", role.canPush())
                .put("triage", role.compareTo(Permission.TRIAGE) <= 0)
                .put("pull", role != Permission.NONE);
        return json;
    }
}
