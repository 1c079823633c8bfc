package io.jenkins.plugins.itgc.testbed.controller.casc;

import hudson.security.Permission;
import io.jenkins.plugins.itgc.testbed.controller.security.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The permissions of {@code globalMatrix}, as entries or in the older form of a list. */
final class MatrixSection {
    private final Source source;
    private final String path;

    MatrixSection(Source source, String path) {
        this.source = source;
        this.path = path;
    }

    Matrix read(Map<String, Object> settings) throws CascFailure {
        source.checkKeys(settings, path, Set.of("entries", "permissions"));
        Matrix matrix = new Matrix();
        List<Map<String, Object>> entries = Configuration.maps(source, settings, path, "entries");
        for (int i = 0; i < entries.size(); i++) {
            addEntry(matrix, entries.get(i), path + ".entries[" + i + "]");
        }
        if (settings.get("permissions") instanceof List<?> lines) {
            for (int i = 0; i < lines.size(); i++) {
                addLine(matrix, String.valueOf(lines.get(i)), path + ".permissions[" + i + "]");
            }
        }
        return matrix;
    }

    private void addEntry(Matrix matrix, Map<String, Object> entry, String at) throws CascFailure {
        source.checkKeys(entry, at, Set.of("user", "group"));
        for (String kind : entry.keySet()) {
            Map<String, Object> who = Configuration.map(source, entry, at, kind);
            source.checkKeys(who, at + "." + kind, Set.of("name", "permissions"));
            if (who.get("permissions") instanceof List<?> names) {
                for (Object name : names) {
                    matrix.grant(
                            String.valueOf(who.get("name")),
                            permission(String.valueOf(name), at + "." + kind + ".permissions"));
                }
            }
        }
    }

    private void addLine(Matrix matrix, String line, String at) throws CascFailure {
        String[] parts = line.replaceFirst("^(USER|GROUP|EITHER):", "").split(":", 2);
        if (parts.length != 2) {
            throw source.failure(at, "expected Group/Permission:name, not " + line);
        }
        matrix.grant(parts[1], permission(parts[0], at));
    }

    private Permission permission(String name, String at) throws CascFailure {
        return Permission.getAll().stream()
                .filter(p -> (p.group.title + "/" + p.name).equals(name))
                .findFirst()
                .orElseThrow(() -> source.failure(at, "unknown permission '" + name + "'"));
    }
}
