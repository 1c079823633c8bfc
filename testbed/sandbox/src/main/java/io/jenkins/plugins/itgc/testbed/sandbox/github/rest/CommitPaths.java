package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.git.ChangedFile;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.List;

/** Commits and how they compare. */
record CommitPaths(Rest rest) {
    private static final int MOST_FILES = 300;

    void addTo(Routes routes) {
        routes.on("GET", RestRoutes.REPOSITORY + "/compare/{basehead+}", this::compare)
                .on("GET", RestRoutes.REPOSITORY + "/commits/{ref+}", this::commit);
    }

    private Answer commit(Request request) {
        Repository repository = rest.repository(request);
        Commit commit = repository.store().commit(rest.commit(repository, request.variable("ref")));
        String before = commit.parents().isEmpty()
                ? null
                : tree(repository, commit.parents().get(0));
        List<ChangedFile> files = repository.diffs().between(before, commit.tree());
        Listing page = new Listing(request, rest.links(), MOST_FILES, MOST_FILES);
        Answer answer = Answer.json(200, rest.commits().withFiles(repository, commit, files, page.page(files)));
        return page.withLinks(answer, files.size());
    }

    private Answer compare(Request request) {
        Repository repository = rest.repository(request);
        String[] ends = request.variable("basehead").split("\\.\\.\\.", 2);
        if (ends.length < 2) {
            throw Rest.notFound();
        }
        String base = end(repository, ends[0]);
        String head = end(repository, ends[1]);
        String start = repository
                .history()
                .mergeBase(base, head)
                .orElseThrow(
                        () -> new HttpProblem(404, "No common ancestor between " + ends[0] + " and " + ends[1] + "."));
        List<Commit> ahead = repository.history().between(base, head);
        int behind = repository.history().between(head, base).size();
        Listing page = new Listing(request, rest.links(), 250, 250);
        ObjectNode json = addresses(repository, ends[0] + "..." + ends[1]);
        json.set(
                "base_commit",
                rest.commits().commit(repository, repository.store().commit(base)));
        json.set(
                "merge_base_commit",
                rest.commits().commit(repository, repository.store().commit(start)));
        json.put("status", status(ahead.size(), behind))
                .put("ahead_by", ahead.size())
                .put("behind_by", behind)
                .put("total_commits", ahead.size());
        json.set(
                "commits", Json.array(page.page(ahead), commit -> rest.commits().commit(repository, commit)));
        if (page.number() == 1) {
            List<ChangedFile> files = repository.diffs().between(tree(repository, start), tree(repository, head));
            json.set("files", Json.array(files.stream().limit(MOST_FILES).toList(), file -> rest.commits()
                    .file(repository, head, file)));
        }
        return page.withLinks(Answer.json(200, json), ahead.size());
    }

    private static String status(int ahead, int behind) {
        if (ahead > 0 && behind > 0) {
            return "diverged";
        }
        return ahead > 0 ? "ahead" : behind > 0 ? "behind" : "identical";
    }

    private ObjectNode addresses(Repository repository, String basehead) {
        String web = rest.links().web(repository) + "/compare/" + Paths.encoded(basehead);
        return Json.object()
                .put("url", rest.links().api(repository) + "/compare/" + Paths.encoded(basehead))
                .put("html_url", web)
                .put("permalink_url", web)
                .put("diff_url", web + ".diff")
                .put("patch_url", web + ".patch");
    }

    /** "owner:branch" names a branch of a fork. */
    private String end(Repository repository, String expression) {
        int colon = expression.indexOf(':');
        if (colon < 0) {
            return repository.commitAt(expression).orElseThrow(Rest::notFound);
        }
        String fork = expression.substring(0, colon) + "/" + repository.name();
        return rest.world()
                .findRepository(fork)
                .flatMap(found -> found.commitAt(expression.substring(colon + 1)))
                .orElseThrow(Rest::notFound);
    }

    private static String tree(Repository repository, String sha) {
        return repository.store().commit(sha).tree();
    }
}
