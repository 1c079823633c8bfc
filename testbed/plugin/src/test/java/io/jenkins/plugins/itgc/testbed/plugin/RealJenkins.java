package io.jenkins.plugins.itgc.testbed.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The signatures of Jenkins 2.516.3 and of plugins that fit it. */
final class RealJenkins {
    private static final List<String> FILES =
            List.of("core-2.516.3.sig.gz", "plugins.sig.gz", "test-harness-2541.sig.gz");

    private final Map<String, RealType> types = new HashMap<>();

    static RealJenkins read(Path folder) throws IOException {
        RealJenkins jenkins = new RealJenkins();
        for (String file : FILES) {
            jenkins.readFile(folder.resolve(file));
        }
        return jenkins;
    }

    private void readFile(Path file) throws IOException {
        RealType current = null;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split(" ", -1);
                if (parts[0].equals("C")) {
                    current = new RealType(parts[1], parts[2], parts[3], words(parts[4]));
                    types.putIfAbsent(current.name, current);
                } else if (!parts[0].equals("J")) {
                    RealMember member = member(parts);
                    current.members.put(member.key(), member);
                }
            }
        }
    }

    private static RealMember member(String... parts) {
        Set<String> thrown = parts.length > 5 && parts[4].equals("throws") ? words(parts[5]) : Set.of();
        return new RealMember(parts[1], parts[2], words(parts[3]), thrown);
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(List.of(text.split(",", -1)));
    }

    /** The type of this internal name, or null. */
    RealType type(String name) {
        return types.get(name);
    }

    /** All supertypes that are known, the nearest first; types outside of Jenkins by name only. */
    Set<String> supertypes(String name) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            RealType type = types.get(open.remove());
            if (type != null) {
                type.supertypes.stream().filter(all::add).forEach(open::add);
            }
        }
        return all;
    }

    /** The member of the type or of the nearest supertype that has it, or null. */
    RealMember member(String type, String key) {
        RealType own = types.get(type);
        if (own != null && own.members.containsKey(key)) {
            return own.members.get(key);
        }
        for (String above : supertypes(type)) {
            RealType known = types.get(above);
            if (known != null && !key.startsWith("<init>") && known.members.containsKey(key)) {
                return known.members.get(key);
            }
        }
        return null;
    }
}
