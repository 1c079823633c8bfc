package io.jenkins.plugins.itgc;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every sentence that findings and reasons can be, and every code that the sources name. */
final class SentencesOfBundles {
    static final List<String> ROOMS = List.of(
            "review", "migration", "approval", "window", "deploy", "connect", "ledger", "gate", "dashboard", "slack");
    private static final Pattern CODE = Pattern.compile("\"((?:" + String.join("|", ROOMS) + ")\\.[a-z0-9.-]+)\"");
    private static final Pattern SAYS = Pattern.compile(
            "record Message\\(|Message\\.of\\(|Finding\\.of\\(|new Finding\\(|\\.unavailable\\(|host\\.say\\(|Receipt\\.(?:taken|refused)\\(");

    /** Keys of the configuration that look like codes. */
    private static final Set<String> KEYS = Set.of("window.calendars");

    private SentencesOfBundles() {}

    /** The root of the repository, whichever of its builds runs the tests. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/decisions"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** @param suffix of the language, such as {@code _ja}; empty for English */
    static Map<String, String> of(String room, String suffix) {
        String name = "/io/jenkins/plugins/itgc/" + room + "/Findings" + suffix + ".properties";
        Path file = repository().resolve("src/main/resources" + name);
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sentences = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> sentences.put(key, read.getProperty(key)));
        return sentences;
    }

    static Map<String, String> all(String suffix) {
        Map<String, String> all = new TreeMap<>();
        ROOMS.forEach(room -> all.putAll(of(room, suffix)));
        return all;
    }

    /** What the sources that say something name: keys of sentences, and codes of findings. */
    static List<String> named() throws IOException {
        try (Stream<Path> files = Files.walk(repository().resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SentencesOfBundles::text)
                    .filter(text -> SAYS.matcher(text).find())
                    .flatMap(text -> CODE.matcher(text).results().map(found -> found.group(1)))
                    .filter(code -> !KEYS.contains(code))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of a finding whose sentence this is: what stands before {@code .what} or {@code .next}; else null. */
    static String finding(String key) {
        Matcher parts = Pattern.compile("(.*?)\\.(?:what|next)(?:\\..*)?").matcher(key);
        return parts.matches() ? parts.group(1) : null;
    }
}
