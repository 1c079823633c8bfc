package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.git.ChangedFile;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Standing;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Merge;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import java.time.Instant;
import java.util.List;

/** Pull requests and reviews as REST shows them. */
final class PullRequestJson {
    private final Links links;
    private final PeopleJson people;
    private final RepositoryJson repositories;

    PullRequestJson(Links links, PeopleJson people, RepositoryJson repositories) {
        this.links = links;
        this.people = people;
        this.repositories = repositories;
    }

    /** As in lists. */
    ObjectNode simple(PullRequest pull) {
        ObjectNode json = Json.object()
                .put("id", pull.id())
                .put("node_id", Ids.node("PullRequest", pull.id()))
                .put("number", pull.number())
                .put("state", pull.closedAt().isPresent() ? "closed" : "open")
                .put("locked", false)
                .put("title", pull.title())
                .put("body", pull.body())
                .put("draft", pull.draft())
                .put("author_association", Standing.association(pull.repository(), pull.author()))
                .put("created_at", pull.createdAt().toString())
                .put("updated_at", pull.updatedAt().toString())
                .put("closed_at", pull.closedAt().map(Instant::toString).orElse(null))
                .put(
                        "merged_at",
                        pull.merge().map(merge -> merge.at().toString()).orElse(null))
                .put("merge_commit_sha", pull.merge().map(Merge::commit).orElse(null))
                .putNull("assignee")
                .putNull("milestone")
                .putNull("auto_merge");
        json.set("user", people.orGhost(pull.author()));
        json.set("labels", Json.array(pull.labels(), name -> label(pull.repository(), name)));
        json.set("head", end(pull.headRepository(), pull.head(), pull.headOid()));
        // Its description does not allow for it, but GitHub has nothing to tell of a fork that was deleted.
        if (pull.shownHeadRepository().isEmpty()) {
            json.withObject("/head").putNull("repo");
        }
        json.set("base", end(pull.repository(), pull.base(), pull.baseOid()));
        addresses(json, pull);
        return json;
    }

    /** Alone, with what lists leave out. */
    ObjectNode full(PullRequest pull) {
        List<ChangedFile> files = pull.repository().files(pull);
        ObjectNode json = simple(pull)
                .put("merged", pull.merge().isPresent())
                .putNull("mergeable")
                .put("mergeable_state", "unknown")
                .put("maintainer_can_modify", false)
                .put("comments", pull.comments().size())
                .put("review_comments", 0)
                .put("commits", pull.repository().commits(pull).size())
                .put(
                        "additions",
                        files.stream().mapToInt(ChangedFile::additions).sum())
                .put(
                        "deletions",
                        files.stream().mapToInt(ChangedFile::deletions).sum())
                .put("changed_files", files.size());
        json.set("merged_by", people.nullable(pull.merge().map(Merge::by).orElse(null)));
        return json;
    }

    ObjectNode review(PullRequest pull, Review review) {
        String web = links.web(pull) + "#pullrequestreview-" + review.id();
        ObjectNode json = Json.object()
                .put("id", review.id())
                .put("node_id", Ids.node("PullRequestReview", review.id()))
                .put("body", review.body())
                .put("state", review.state().name())
                .put("commit_id", review.commit())
                .put("submitted_at", review.submittedAt().toString())
                .put("author_association", Standing.association(pull.repository(), review.author()))
                .put("html_url", web)
                .put("pull_request_url", links.api(pull));
        json.set("user", people.nullable(review.author()));
        ObjectNode addresses = json.putObject("_links");
        addresses.putObject("html").put("href", web);
        addresses.putObject("pull_request").put("href", links.api(pull));
        return json;
    }

    private ObjectNode label(Repository repository, String name) {
        return Json.object()
                .put("id", Integer.toUnsignedLong(name.hashCode()))
                .put("node_id", Ids.node("Label", repository.id() + ":" + name))
                .put("url", links.api(repository) + "/labels/" + Paths.encoded(name))
                .put("name", name)
                .put("description", "")
                .put("color", "ededed")
                .put("default", false);
    }

    private ObjectNode end(Repository repository, String branch, String sha) {
        ObjectNode json = Json.object()
                .put("label", repository.owner() + ":" + branch)
                .put("ref", branch)
                .put("sha", sha);
        json.set("user", people.user(repositories.owner(repository)));
        json.set("repo", repositories.repository(repository));
        return json;
    }

    private void addresses(ObjectNode json, PullRequest pull) {
        String repository = links.api(pull.repository());
        String api = links.api(pull);
        String issue = repository + "/issues/" + pull.number();
        json.put("url", api)
                .put("html_url", links.web(pull))
                .put("diff_url", links.web(pull) + ".diff")
                .put("patch_url", links.web(pull) + ".patch")
                .put("issue_url", issue)
                .put("comments_url", issue + "/comments")
                .put("commits_url", api + "/commits")
                .put("review_comments_url", api + "/comments")
                .put("review_comment_url", repository + "/pulls/comments{/number}")
                .put("statuses_url", repository + "/statuses/" + pull.headOid());
        ObjectNode named = json.putObject("_links");
        named.putObject("self").put("href", api);
        named.putObject("html").put("href", links.web(pull));
        named.putObject("issue").put("href", issue);
        named.putObject("comments").put("href", issue + "/comments");
        named.putObject("review_comments").put("href", api + "/comments");
        named.putObject("review_comment").put("href", repository + "/pulls/comments{/number}");
        named.putObject("commits").put("href", api + "/commits");
        named.putObject("statuses").put("href", repository + "/statuses/" + pull.headOid());
    }
}
