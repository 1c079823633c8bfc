package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.review.ThreeWayMerge;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out, file by file, whether the outcome of a merge, a squash or a rebase holds the reviewed work and nothing
 * else. Files that only one side touched must be that side's; files that both touched are merged again and compared.
 */
final class MergeComparison {
    /** A merge in which more files than this were touched by both sides is for people to look at. */
    private static final int MOST_OVERLAPS = 50;

    private final GitHubApi api;
    private final RepositoryId repository;

    MergeComparison(GitHubApi api, RepositoryId repository) {
        this.api = api;
        this.repository = repository;
    }

    MergeFacts compare(CommitId reviewed, CommitId onto, CommitId result, TreeId resultTree)
            throws EvidenceUnavailable, InterruptedException {
        Comparison ours = comparison(onto, reviewed);
        Comparison landed = comparison(onto, result);
        Comparison theirs = ours.mergeBase().equals(onto) ? Comparison.none(onto) : comparison(ours.mergeBase(), onto);
        boolean complete =
                ours.complete() && landed.complete() && landed.mergeBase().equals(onto);
        List<MergedFile> files = new ArrayList<>();
        int overlaps = 0;
        for (String path : paths(ours, landed)) {
            String wanted = ours.blobs().get(path);
            String actual = landed.blobs().get(path);
            if (wanted == null || (wanted.equals(actual) && !theirs.mayTouch(path))) {
                files.add(new MergedFile(path, wanted, actual));
            } else if (++overlaps > MOST_OVERLAPS) {
                complete = false;
            } else {
                files.add(mergedAgain(path, actual, new Sides(ours.mergeBase(), reviewed, onto)));
            }
        }
        return new MergeFacts(reviewed, onto, result, resultTree, files, complete);
    }

    private static Set<String> paths(Comparison ours, Comparison landed) {
        Set<String> paths = new TreeSet<>(ours.blobs().keySet());
        paths.addAll(landed.blobs().keySet());
        return paths;
    }

    private Comparison comparison(CommitId base, CommitId head) throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + repository + "/compare/" + base + "..." + head;
        return api.get(path, "the comparison of " + base.abbreviated() + " and " + head.abbreviated(), Comparison::of);
    }

    private record Sides(CommitId base, CommitId ours, CommitId theirs) {}

    private MergedFile mergedAgain(String path, @Nullable String landed, Sides sides)
            throws EvidenceUnavailable, InterruptedException {
        Optional<byte[]> theirs = content(path, sides.theirs());
        String actual =
                landed != null ? landed : theirs.map(ThreeWayMerge::nameOf).orElse(Comparison.REMOVED);
        return new MergedFile(path, expected(path, theirs, sides), actual);
    }

    /** @return null when git could not merge the file by itself */
    private @Nullable String expected(String path, Optional<byte[]> theirs, Sides sides)
            throws EvidenceUnavailable, InterruptedException {
        Optional<byte[]> ours = content(path, sides.ours());
        Optional<byte[]> base = content(path, sides.base());
        if (same(base, theirs) || same(ours, theirs)) {
            return ours.map(ThreeWayMerge::nameOf).orElse(Comparison.REMOVED);
        }
        if (base.isEmpty() || ours.isEmpty() || theirs.isEmpty()) {
            return null;
        }
        return ThreeWayMerge.blob(base.get(), ours.get(), theirs.get()).orElse(null);
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return one.map(ThreeWayMerge::nameOf).equals(other.map(ThreeWayMerge::nameOf));
    }

    private Optional<byte[]> content(String path, CommitId commit) throws EvidenceUnavailable, InterruptedException {
        return api.content(repository, path, commit.sha());
    }
}
