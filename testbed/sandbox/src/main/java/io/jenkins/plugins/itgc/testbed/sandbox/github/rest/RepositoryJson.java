package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.github.OwnerAccounts;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.Map;

/** Repositories and branches as REST shows them. */
final class RepositoryJson {
    private static final Template REPOSITORY = new Template("repository.json");

    private final World world;
    private final Links links;
    private final PeopleJson people;

    RepositoryJson(World world, Links links, PeopleJson people) {
        this.world = world;
        this.links = links;
        this.people = people;
    }

    ObjectNode repository(Repository repository) {
        ObjectNode json = REPOSITORY.filled(Map.of(
                "api", links.api(repository),
                "web", links.web(repository),
                "host", links.base().getHost(),
                "name", repository.fullName()));
        String at = repository.pushedAt().toString();
        json.put("id", repository.id());
        json.put("node_id", Ids.node("Repository", repository.id()));
        json.put("name", repository.name());
        json.put("full_name", repository.fullName());
        json.set("owner", people.user(owner(repository)));
        json.put("default_branch", repository.defaultBranch());
        json.put("fork", repository.parent().isPresent());
        return json.put("pushed_at", at).put("created_at", at).put("updated_at", at);
    }

    Account owner(Repository repository) {
        return new OwnerAccounts(world).of(repository);
    }

    ObjectNode shortBranch(Repository repository, String branch) {
        String sha = repository.branches().get(branch);
        ObjectNode json = Json.object().put("name", branch).put("protected", repository.isProtected(branch));
        json.putObject("commit").put("sha", sha).put("url", links.api(repository) + "/commits/" + sha);
        return json;
    }
}
