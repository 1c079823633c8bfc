package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;

/** What all REST paths share: finding what a path names, and the forms in which things are shown. */
final class Rest {
    private final World world;
    private final Links links;
    private final PeopleJson people;
    private final RepositoryJson repositories;
    private final CommitJson commits;
    private final PullRequestJson pulls;

    Rest(World world, Links links) {
        this.world = world;
        this.links = links;
        this.people = new PeopleJson(links, world.accounts());
        this.repositories = new RepositoryJson(world, links, people);
        this.commits = new CommitJson(links, people);
        this.pulls = new PullRequestJson(links, people, repositories);
    }

    World world() {
        return world;
    }

    Links links() {
        return links;
    }

    PeopleJson people() {
        return people;
    }

    RepositoryJson repositories() {
        return repositories;
    }

    CommitJson commits() {
        return commits;
    }

    PullRequestJson pulls() {
        return pulls;
    }

    /** The repository in the path, if the caller may know of it. */
    Repository repository(Request request) {
        return world.findRepository(request.variable("owner") + "/" + request.variable("repo"))
                .filter(found -> found.access().visible(request.caller()))
                .orElseThrow(Rest::notFound);
    }

    /** The pull request in the path. */
    PullRequest pull(Request request) {
        PullRequest pull = repository(request).pullRequests().get(number(request, "number"));
        if (pull == null) {
            throw notFound();
        }
        return pull;
    }

    /** The SHA of a commit that the path or a body names. */
    String commit(Repository repository, String expression) {
        return repository
                .commitAt(expression)
                .orElseThrow(() -> new HttpProblem(422, "No commit found for SHA: " + expression));
    }

    static int number(Request request, String variable) {
        try {
            return Integer.parseInt(request.variable(variable));
        } catch (NumberFormatException e) {
            throw notFound();
        }
    }

    /** A text of the body that must be there. */
    static String required(JsonNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw new HttpProblem(422, "Invalid request.\n\n\"" + field + "\" wasn't supplied.");
        }
        return body.get(field).asText();
    }

    /** A text of the body, or null. */
    static String optional(JsonNode body, String field) {
        return body.path(field).isTextual() ? body.get(field).asText() : null;
    }

    /** Refuses people who could not do it on GitHub; apps have permissions of their own. */
    static void requirePush(Repository repository, Request request) {
        boolean person = request.caller().kind() == AccountKind.USER;
        if (person && !repository.access().of(request.caller()).canPush()) {
            throw new HttpProblem(403, "Must have push access to the repository");
        }
    }

    static HttpProblem notFound() {
        return new HttpProblem(404, "Not Found");
    }
}
