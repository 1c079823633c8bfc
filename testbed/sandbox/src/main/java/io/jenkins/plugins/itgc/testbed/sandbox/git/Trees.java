package io.jenkins.plugins.itgc.testbed.sandbox.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads and writes the trees of a store. */
public final class Trees {
    private final GitStore store;
    private String lastTree = "";
    private NavigableMap<String, ObjectId> lastFiles = new TreeMap<>();

    /** Trees of that store. */
    public Trees(GitStore store) {
        this.store = store;
    }

    /** Entries of a tree; with recursive all levels, directories included, as GitHub lists them. */
    public List<TreeEntry> entries(String tree, boolean recursive) {
        List<TreeEntry> entries = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(store.repository())) {
            walk.addTree(ObjectId.fromString(tree));
            while (walk.next()) {
                entries.add(entry(walk));
                if (recursive && walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** What stands at that path; the empty path is the tree itself and gives nothing. */
    public Optional<TreeEntry> at(String tree, String path) {
        try (TreeWalk walk = TreeWalk.forPath(store.repository(), path, ObjectId.fromString(tree))) {
            return walk == null ? Optional.empty() : Optional.of(entry(walk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree that arises when the changes (path to content, null deletes) are made to a tree (null: the empty one). */
    String changed(String tree, Map<String, String> changes, Map<String, String> renames) {
        NavigableMap<String, ObjectId> files = tree == null ? new TreeMap<>() : files(tree);
        renames.forEach((from, to) -> files.put(to, existing(files.remove(from), from)));
        try {
            for (Map.Entry<String, String> change : changes.entrySet()) {
                if (change.getValue() == null) {
                    existing(files.remove(change.getKey()), change.getKey());
                } else {
                    byte[] content = change.getValue().getBytes(StandardCharsets.UTF_8);
                    files.put(change.getKey(), store.inserter().insert(Constants.OBJ_BLOB, content));
                }
            }
            return write(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectId existing(ObjectId file, String path) {
        if (file == null) {
            throw new IllegalArgumentException("there is no file '" + path + "' before this commit");
        }
        return file;
    }

    private String write(NavigableMap<String, ObjectId> files) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        files.forEach((path, blob) -> {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(path.endsWith(".sh") ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
            entry.setObjectId(blob);
            builder.add(entry);
        });
        builder.finish();
        lastTree = index.writeTree(store.inserter()).name();
        lastFiles = files;
        return lastTree;
    }

    private NavigableMap<String, ObjectId> files(String tree) {
        if (tree.equals(lastTree)) {
            return new TreeMap<>(lastFiles);
        }
        NavigableMap<String, ObjectId> files = new TreeMap<>();
        for (TreeEntry entry : entries(tree, true)) {
            if (!entry.type().equals(Constants.TYPE_TREE)) {
                files.put(entry.path(), ObjectId.fromString(entry.sha()));
            }
        }
        return files;
    }

    private static TreeEntry entry(TreeWalk walk) throws IOException {
        FileMode mode = walk.getFileMode();
        ObjectId id = walk.getObjectId(0);
        String octal = String.format("%06o", mode.getBits());
        String type = Constants.typeString(mode.getObjectType());
        long size = mode.getObjectType() == Constants.OBJ_BLOB ? size(walk.getObjectReader(), id) : -1;
        return new TreeEntry(walk.getPathString(), octal, type, id.name(), size);
    }

    private static long size(ObjectReader reader, ObjectId blob) throws IOException {
        return reader.getObjectSize(blob, Constants.OBJ_BLOB);
    }
}
