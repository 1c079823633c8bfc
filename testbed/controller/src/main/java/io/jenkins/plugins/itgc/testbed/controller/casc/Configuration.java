package io.jenkins.plugins.itgc.testbed.controller.casc;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Applies configuration files of the kind that the configuration-as-code plugin reads. */
public final class Configuration {
    private static final Set<String> ROOTS = Set.of("jenkins", "credentials", "unclassified", "security", "tool");

    private Configuration() {}

    /** Applies files; a folder stands for its YAML files. */
    public static void load(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                loadFolder(path);
            } else {
                apply(new Source(path.getFileName().toString(), Files.newBufferedReader(path)));
            }
        }
    }

    private static void loadFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(f -> f.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
        load(files);
    }

    /** Applies a text. */
    public static void loadText(String name, String yaml) throws IOException {
        apply(new Source(name, new StringReader(yaml)));
    }

    private static void apply(Source source) throws IOException {
        source.checkKeys(source.root(), "", ROOTS);
        new RootSection(source).apply(map(source, "jenkins"));
        new CredentialsSection(source).apply(map(source, "credentials"));
        new UnclassifiedSection(source, "unclassified").apply(map(source, "unclassified"));
        new UnclassifiedSection(source, "security").apply(map(source, "security"));
    }

    private static Map<String, Object> map(Source source, String key) throws IOException {
        return map(source, source.root(), "", key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Source source, Map<String, Object> parent, String path, String key)
            throws CascFailure {
        Object value = parent.get(key);
        if (value == null) {
            return Map.of();
        } else if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw source.failure(path.isEmpty() ? key : path + "." + key, "expected keys and values");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Source source, Map<String, Object> parent, String path, String key)
            throws CascFailure {
        Object value = parent.getOrDefault(key, List.of());
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            return (List<Map<String, Object>>) value;
        }
        throw source.failure(path + "." + key, "expected a list of keys and values");
    }
}
