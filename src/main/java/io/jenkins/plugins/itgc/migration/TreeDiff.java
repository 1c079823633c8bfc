package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.migration.ChangedFile.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lies between two states of a repository, by the object names of its files. Complete, whatever its size. */
public final class TreeDiff {
    private TreeDiff() {}

    /**
     * @param before object names by path; empty when nothing was deployed before
     * @param after object names by path
     */
    public static List<ChangedFile> between(Map<String, String> before, Map<String, String> after) {
        Map<String, String> gone = new HashMap<>();
        before.forEach((path, blob) -> {
            if (!after.containsKey(path)) {
                gone.put(blob, path);
            }
        });
        List<ChangedFile> changed = new ArrayList<>();
        new TreeMap<>(after).forEach((path, blob) -> {
            String was = before.get(path);
            if (was == null) {
                String from = gone.remove(blob);
                changed.add(new ChangedFile(path, from == null ? Kind.ADDED : Kind.RENAMED, from, blob));
            } else if (!was.equals(blob)) {
                changed.add(new ChangedFile(path, Kind.EDITED, null, blob));
            }
        });
        new TreeMap<>(before).forEach((path, blob) -> {
            if (!after.containsKey(path) && changed.stream().noneMatch(file -> path.equals(file.previousPath()))) {
                changed.add(new ChangedFile(path, Kind.REMOVED, null, null));
            }
        });
        return changed;
    }
}
