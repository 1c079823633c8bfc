package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.policy.RepositoryPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one pull request with all pages of its lists. */
final class PullRequestPages {
    /** From this many changed files on GitHub does not list them all. */
    static final int FILES_SHOWN = 3000;

    private static final int MOST_PAGES = 40;

    /** Our names of the lists, and GitHub's. */
    private static final Map<String, String> LISTS = new LinkedHashMap<>(Map.of(
            "commits", "commits",
            "reviews", "reviews",
            "files", "files",
            "timeline", "timelineItems",
            "edits", "userContentEdits"));

    private final GitHubApi api;
    private final RepositoryId repository;
    private final int number;
    private final String productionBranch;
    private final Map<String, List<Json>> nodes = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();
    private @Nullable Json viewer;
    private Optional<Json> policyFile = Optional.empty();
    private @Nullable Json first;
    private int pages;

    private PullRequestPages(GitHubApi api, RepositoryId repository, int number, String productionBranch) {
        this.api = api;
        this.repository = repository;
        this.number = number;
        this.productionBranch = productionBranch;
        LISTS.keySet().forEach(list -> {
            nodes.put(list, new ArrayList<>());
            cursors.put(list, null);
        });
    }

    static PullRequestPages read(GitHubApi api, RepositoryId repository, int number, String productionBranch)
            throws EvidenceUnavailable, InterruptedException {
        PullRequestPages pages = new PullRequestPages(api, repository, number, productionBranch);
        while (!pages.cursors.isEmpty()) {
            pages.readPage();
        }
        pages.requireWhole();
        return pages;
    }

    private void readPage() throws EvidenceUnavailable, InterruptedException {
        if (pages == MOST_PAGES) {
            throw api.cutShort(Message.of("connect.part.activity-pages", name(), MOST_PAGES));
        }
        Json data = api.query("pull-request.graphql", variables(), name(), answer -> answer);
        Json pullRequest = found(data);
        if (first == null) {
            viewer = data.get("viewer");
            policyFile = data.get("repository").optional("policyFile");
            first = pullRequest;
            requireShown(pullRequest);
        } else if (!head(first).equals(head(pullRequest))) {
            throw api.moved(name());
        }
        pages++;
        turnPages(pullRequest);
    }

    private Json found(Json data) throws EvidenceUnavailable {
        Optional<Json> pullRequest = data.optional("repository").flatMap(found -> found.optional("pullRequest"));
        if (pullRequest.isEmpty()) {
            throw api.unavailable(
                    "connect.not-found",
                    Message.of("connect.not-found.what.github", name()),
                    Message.of("connect.not-found.next.github"));
        }
        return pullRequest.get();
    }

    private Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("owner", repository.owner());
        variables.put("name", repository.name());
        variables.put("number", number);
        variables.put("policyFile", productionBranch + ":" + RepositoryPolicy.FILE);
        LISTS.keySet().forEach(list -> {
            variables.put(list, cursors.containsKey(list));
            variables.put(list + "After", cursors.get(list));
        });
        return variables;
    }

    private void turnPages(Json pullRequest) {
        for (String list : List.copyOf(cursors.keySet())) {
            Optional<Json> connection = pullRequest.optional(LISTS.getOrDefault(list, list));
            connection.ifPresent(found -> nodes(list).addAll(found.list("nodes")));
            Optional<Json> page =
                    connection.map(found -> found.get("pageInfo")).filter(info -> info.flag("hasNextPage"));
            page.ifPresentOrElse(info -> cursors.put(list, info.text("endCursor")), () -> cursors.remove(list));
        }
    }

    private void requireShown(Json shown) throws EvidenceUnavailable {
        int files = shown.number("changedFiles");
        if (files >= FILES_SHOWN) {
            throw api.cutShort(Message.of("connect.part.files", name(), files, FILES_SHOWN));
        }
    }

    /** What GitHub counts must be what it listed. */
    private void requireWhole() throws EvidenceUnavailable {
        Json shown = pullRequest();
        requireCount("files", shown.number("changedFiles"));
        requireCount("commits", shown.get("commits").number("totalCount"));
        requireCount("reviews", shown.get("reviews").number("totalCount"));
        Optional<Json> edits = shown.optional("userContentEdits");
        if (edits.isPresent()) {
            requireCount("edits", edits.get().number("totalCount"));
        }
    }

    private void requireCount(String list, int counted) throws EvidenceUnavailable {
        int listed = nodes(list).size();
        if (listed != counted) {
            throw api.cutShort(Message.of("connect.part.listed", name(), counted, list, listed));
        }
    }

    private static String head(Json pullRequest) {
        return pullRequest.text("headRefOid");
    }

    private String name() {
        return repository + "#" + number;
    }

    /** Login of the account that reads. */
    String viewer() {
        return Objects.requireNonNull(viewer, "viewer").text("login");
    }

    /** The repository's own policy on the production branch; empty when it has none. */
    String policyFile() throws EvidenceUnavailable {
        if (policyFile.isEmpty()) {
            return "";
        }
        Optional<String> text = policyFile.get().optionalText("text");
        if (text.isEmpty() || policyFile.get().flag("isTruncated")) {
            throw api.cutShort(Message.of("connect.part.no-text", RepositoryPolicy.FILE, repository.toString()));
        }
        return text.get();
    }

    /** The pull request's own fields. */
    Json pullRequest() {
        return Objects.requireNonNull(first, "first");
    }

    /** All nodes of one of the lists, by our name of it. */
    List<Json> nodes(String list) {
        List<Json> found = nodes.get(list);
        if (found == null) {
            throw new MalformedAnswer(name(), Message.of("connect.answer.no-such-list", String.valueOf(list)));
        }
        return found;
    }

    /** Whether it took more than one answer. */
    boolean paged() {
        return pages > 1;
    }
}
