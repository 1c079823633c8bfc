package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.Comparator;
import java.util.List;

/** Pull requests, their files and commits. */
record PullRequestPaths(Rest rest) {
    private static final int MOST_FILES = 3000;
    private static final int MOST_COMMITS = 250;

    void addTo(Routes routes) {
        String pulls = RestRoutes.REPOSITORY + "/pulls";
        routes.on("GET", pulls, this::list)
                .on(
                        "GET",
                        pulls + "/{number}",
                        request -> Answer.json(200, rest.pulls().full(rest.pull(request))))
                .on("GET", pulls + "/{number}/files", this::files)
                .on("GET", pulls + "/{number}/commits", this::commits)
                .on("GET", RestRoutes.REPOSITORY + "/commits/{ref}/pulls", this::ofCommit);
    }

    private Answer list(Request request) {
        Repository repository = rest.repository(request);
        String state = request.parameter("state").orElse("open");
        List<PullRequest> found = repository.pullRequests().values().stream()
                .filter(pull ->
                        state.equals("all") || state.equals(pull.closedAt().isPresent() ? "closed" : "open"))
                .filter(pull -> request.parameter("base")
                        .filter(base -> !base.equals(pull.base()))
                        .isEmpty())
                .filter(pull -> request.parameter("head")
                        .filter(head -> !head.equals(label(pull)))
                        .isEmpty())
                .sorted(order(request))
                .toList();
        return Listing.of(request, rest.links()).answer(found, rest.pulls()::simple);
    }

    private static String label(PullRequest pull) {
        return pull.headRepository().owner() + ":" + pull.head();
    }

    private static Comparator<PullRequest> order(Request request) {
        boolean updated = request.parameter("sort").filter("updated"::equals).isPresent();
        Comparator<PullRequest> by = Comparator.comparing(updated ? PullRequest::updatedAt : PullRequest::createdAt);
        String direction = request.parameter("direction").orElse("desc");
        return direction.equals("asc") ? by : by.reversed();
    }

    private Answer files(Request request) {
        PullRequest pull = rest.pull(request);
        return Listing.of(request, rest.links())
                .answer(pull.repository().files(pull).stream().limit(MOST_FILES).toList(), file -> rest.commits()
                        .file(pull.repository(), pull.headOid(), file));
    }

    private Answer commits(Request request) {
        PullRequest pull = rest.pull(request);
        return Listing.of(request, rest.links())
                .answer(
                        pull.repository().commits(pull).stream()
                                .limit(MOST_COMMITS)
                                .toList(),
                        commit -> rest.commits().commit(pull.repository(), commit));
    }

    private Answer ofCommit(Request request) {
        Repository repository = rest.repository(request);
        String sha = rest.commit(repository, request.variable("ref"));
        return Listing.of(request, rest.links()).answer(repository.pullRequestsWith(sha), rest.pulls()::simple);
    }
}
