package io.jenkins.plugins.itgc.testbed.sandbox.model;

import io.jenkins.plugins.itgc.testbed.sandbox.git.ChangedFile;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Diffs;
import io.jenkins.plugins.itgc.testbed.sandbox.git.GitStore;
import io.jenkins.plugins.itgc.testbed.sandbox.git.History;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository on GitHub: its git objects and what GitHub adds to them. */
public final class Repository {
    private static final Pattern PULL_REQUEST = Pattern.compile("(?:refs/)?pull/([0-9]{1,9})/head");

    private final long id;
    private final String owner;
    private final String name;
    private final Repository parent;
    private final GitStore store;
    private final Trees trees;
    private final Diffs diffs;
    private final History history;
    private final String defaultBranch;
    private final Set<String> protectedBranches;
    private final Access access;
    private final Map<String, String> branches = new LinkedHashMap<>();
    private final Map<String, Instant> labelChanges = new HashMap<>();
    private final Map<Integer, PullRequest> pullRequests = new TreeMap<>();
    private final List<Push> pushes = new ArrayList<>();
    private final Map<String, String> pushers = new HashMap<>();
    private final CommitChecks checks = new CommitChecks();

    /** A new repository; parent is the one it was forked from, or null. */
    public Repository(
            long id,
            String fullName,
            Repository parent,
            GitStore store,
            String defaultBranch,
            Set<String> protectedBranches,
            Access access) {
        this.id = id;
        this.owner = fullName.substring(0, fullName.indexOf('/'));
        this.name = fullName.substring(fullName.indexOf('/') + 1);
        this.parent = parent;
        this.store = store;
        this.trees = new Trees(store);
        this.diffs = new Diffs(store);
        this.history = new History(store);
        this.defaultBranch = defaultBranch;
        this.protectedBranches = Set.copyOf(protectedBranches);
        this.access = access;
    }

    /**
     * Who may do what.
     *
     * @param permissions login to role; null: every user may write
     * @param visibleTo logins; null: everybody
     */
    public record Access(Map<String, Permission> permissions, List<String> visibleTo) {
        /** The role of an account. */
        public Permission of(Account account) {
            if (permissions == null) {
                return account.kind() == AccountKind.USER ? Permission.WRITE : Permission.NONE;
            }
            return permissions.getOrDefault(account.login(), Permission.NONE);
        }

        /** Whether GitHub lets an account know that the repository exists. */
        public boolean visible(Account account) {
            return visibleTo == null || visibleTo.contains(account.login());
        }
    }

    /** Commits of a pull request, oldest first. */
    public List<Commit> commits(PullRequest pull) {
        return history.between(pull.baseOid(), pull.headOid());
    }

    /** Files of a pull request: what changed since head and base parted. */
    public List<ChangedFile> files(PullRequest pull) {
        String start = history.mergeBase(pull.baseOid(), pull.headOid())
                .map(sha -> store.commit(sha).tree())
                .orElse(null);
        return diffs.between(start, store.commit(pull.headOid()).tree());
    }

    /** Pull requests that brought a commit in or carry it. */
    public List<PullRequest> pullRequestsWith(String sha) {
        return pullRequests.values().stream()
                .filter(pull -> landed(pull).contains(sha)
                        || commits(pull).stream()
                                .anyMatch(commit -> commit.sha().equals(sha)))
                .toList();
    }

    /** The commits that merging a pull request put onto its base: one, or with a rebase as many as it has. */
    private List<String> landed(PullRequest pull) {
        return pull.merge().map(merge -> landed(pull, merge)).orElse(List.of());
    }

    private List<String> landed(PullRequest pull, Merge merge) {
        if (merge.method() != MergeMethod.REBASE) {
            return List.of(merge.commit());
        }
        List<Commit> line = history.firstParents(merge.commit());
        int own = Math.min(commits(pull).size(), line.size());
        return line.subList(line.size() - own, line.size()).stream()
                .map(Commit::sha)
                .toList();
    }

    /** A commit from a branch, "refs/heads/branch", "refs/pull/number/head", "HEAD", a short name or a SHA. */
    public Optional<String> commitAt(String expression) {
        if (expression.equals("HEAD")) {
            return Optional.ofNullable(branches.get(defaultBranch));
        }
        Matcher pull = PULL_REQUEST.matcher(expression);
        if (pull.matches()) {
            return Optional.ofNullable(pullRequests.get(Integer.valueOf(pull.group(1))))
                    .map(PullRequest::headOid);
        }
        String branch = expression.startsWith("refs/heads/") ? expression.substring(11) : expression;
        return Optional.ofNullable(branches.get(branch)).or(() -> store.resolve(expression));
    }

    /** Database id. */
    public long id() {
        return id;
    }

    /** Login of the owner. */
    public String owner() {
        return owner;
    }

    /** Name without the owner. */
    public String name() {
        return name;
    }

    /** "owner/name". */
    public String fullName() {
        return owner + "/" + name;
    }

    /** What it was forked from. */
    public Optional<Repository> parent() {
        return Optional.ofNullable(parent);
    }

    /** Its objects, shared with its forks. */
    public GitStore store() {
        return store;
    }

    /** Its trees. */
    public Trees trees() {
        return trees;
    }

    /** Differences of its trees. */
    public Diffs diffs() {
        return diffs;
    }

    /** How its commits follow from each other. */
    public History history() {
        return history;
    }

    /** Name of the branch that is checked out. */
    public String defaultBranch() {
        return defaultBranch;
    }

    /** Whether a branch is protected. */
    public boolean isProtected(String branch) {
        return protectedBranches.contains(branch);
    }

    /** Roles and visibility. */
    public Access access() {
        return access;
    }

    /** Branch to SHA; may be changed. */
    public Map<String, String> branches() {
        return branches;
    }

    /** By number; may be changed. */
    public Map<Integer, PullRequest> pullRequests() {
        return pullRequests;
    }

    /** Activity, oldest first; may be changed. */
    public List<Push> pushes() {
        return pushes;
    }

    /** SHA to login, for commits that say who pushed them; may be changed. */
    public Map<String, String> pushers() {
        return pushers;
    }

    /** When a label was last changed, such as renamed; long ago unless the world says otherwise. */
    public Instant labelChangedAt(String label) {
        return labelChanges.getOrDefault(label, Instant.EPOCH);
    }

    /** Says that a label was changed. */
    public void labelChanged(String label, Instant at) {
        labelChanges.put(label, at);
    }

    /** Statuses, check runs and deployments. */
    public CommitChecks checks() {
        return checks;
    }

    /** When something last came in. */
    public Instant pushedAt() {
        return pushes.isEmpty() ? Instant.EPOCH : pushes.get(pushes.size() - 1).at();
    }
}
