package io.jenkins.plugins.itgc.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** What git makes of two versions of a file and their common ancestor, so that a merge can be checked and not believed. */
public final class ThreeWayMerge {
    private ThreeWayMerge() {}

    /**
     * The object name of the merged file.
     *
     * @return empty when the two versions conflict, or hold no text
     */
    public static Optional<String> blob(byte[] base, byte[] ours, byte[] theirs) {
        if (Arrays.equals(base, theirs) || Arrays.equals(ours, theirs)) {
            return Optional.of(nameOf(ours));
        }
        if (Arrays.equals(base, ours)) {
            return Optional.of(nameOf(theirs));
        }
        return merged(base, ours, theirs).map(ThreeWayMerge::nameOf);
    }

    private static Optional<byte[]> merged(byte[] base, byte[] ours, byte[] theirs) {
        if (RawText.isBinary(base) || RawText.isBinary(ours) || RawText.isBinary(theirs)) {
            return Optional.empty();
        }
        MergeResult<RawText> result = new MergeAlgorithm()
                .merge(RawTextComparator.DEFAULT, new RawText(base), new RawText(ours), new RawText(theirs));
        return result.containsConflicts() ? Optional.empty() : Optional.of(written(result));
    }

    private static byte[] written(MergeResult<RawText> result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new MergeFormatter().formatMerge(out, result, "base", "ours", "theirs", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The object name that git gives a file with this content. */
    public static String nameOf(byte[] content) {
        return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content).name();
    }
}
