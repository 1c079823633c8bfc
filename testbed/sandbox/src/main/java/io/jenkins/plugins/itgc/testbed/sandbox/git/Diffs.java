package io.jenkins.plugins.itgc.testbed.sandbox.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;

/** Differences of trees, renames found as git finds them. */
public final class Diffs {
    private final GitStore store;
    private final Map<String, List<ChangedFile>> known = new HashMap<>();

    /** Differences in that store. */
    public Diffs(GitStore store) {
        this.store = store;
    }

    /** What changed from one tree (null: the empty one) to another, by path. Trees never change, so it is remembered. */
    public List<ChangedFile> between(String before, String after) {
        return known.computeIfAbsent(before + ".." + after, ignored -> compared(before, after));
    }

    private List<ChangedFile> compared(String before, String after) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<ChangedFile> files = new ArrayList<>();
        try (DiffFormatter diff = new DiffFormatter(text)) {
            diff.setRepository(store.repository());
            diff.setDetectRenames(true);
            for (DiffEntry entry : diff.scan(iterator(before), iterator(after))) {
                text.reset();
                diff.format(entry);
                files.add(file(entry, diff.toFileHeader(entry), text.toString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(files);
    }

    private AbstractTreeIterator iterator(String tree) throws IOException {
        if (tree == null) {
            return new EmptyTreeIterator();
        }
        return new CanonicalTreeParser(null, store.repository().newObjectReader(), ObjectId.fromString(tree));
    }

    private static ChangedFile file(DiffEntry entry, FileHeader header, String text) {
        int additions = 0;
        int deletions = 0;
        for (Edit edit : header.toEditList()) {
            additions += edit.getLengthB();
            deletions += edit.getLengthA();
        }
        boolean deleted = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
        return new ChangedFile(
                deleted ? entry.getOldPath() : entry.getNewPath(),
                entry.getChangeType() == DiffEntry.ChangeType.RENAME ? entry.getOldPath() : null,
                status(entry.getChangeType()),
                additions,
                deletions,
                (deleted ? entry.getOldId() : entry.getNewId()).name(),
                hunks(text));
    }

    private static ChangedFile.Status status(DiffEntry.ChangeType type) {
        return switch (type) {
            case ADD -> ChangedFile.Status.ADDED;
            case DELETE -> ChangedFile.Status.DELETED;
            case RENAME -> ChangedFile.Status.RENAMED;
            case COPY -> ChangedFile.Status.COPIED;
            case MODIFY -> ChangedFile.Status.MODIFIED;
        };
    }

    private static String hunks(String text) {
        int start = text.indexOf("\n@@");
        return start < 0 ? null : text.substring(start + 1).stripTrailing();
    }
}
