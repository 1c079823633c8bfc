package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.gate.CommitId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files in which one commit differs from where it left another.
 *
 * @param mergeBase where the two parted
 * @param blobs object name of each differing file, {@link #REMOVED} for one that is gone, by path
 * @param complete false when the list may be cut short
 */
record Comparison(CommitId mergeBase, Map<String, String> blobs, boolean complete) {
    /** Stands for a file that is not there. */
    static final String REMOVED = "removed";

    /** GitHub never lists more files than this in a comparison. */
    private static final int FILES_SHOWN = 300;

    /** The comparison of a commit with itself. */
    static Comparison none(CommitId commit) {
        return new Comparison(commit, Map.of(), true);
    }

    /** Whether the file differs, as far as the list tells. */
    boolean mayTouch(String path) {
        return !complete || blobs.containsKey(path);
    }

    static Comparison of(Json answer) {
        Map<String, String> blobs = new TreeMap<>();
        for (Json file : answer.list("files")) {
            file.optionalText("previous_filename").ifPresent(previous -> blobs.put(previous, REMOVED));
        }
        for (Json file : answer.list("files")) {
            boolean removed = file.text("status").equals(REMOVED);
            blobs.put(file.text("filename"), removed ? REMOVED : file.text("sha"));
        }
        CommitId mergeBase = answer.get("merge_base_commit").get("sha").as(CommitId::new);
        return new Comparison(mergeBase, blobs, answer.list("files").size() < FILES_SHOWN);
    }
}
