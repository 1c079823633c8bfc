package io.jenkins.plugins.itgc.testbed.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both builds of the plugin agree. */
class PomTest {
    private static final Path REPOSITORY = SharedFolder.repository();
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    private static String real() throws IOException {
        return Files.readString(REPOSITORY.resolve("pom.xml"));
    }

    private static String testbed() throws IOException {
        return Files.readString(REPOSITORY.resolve("testbed/plugin/pom.xml"));
    }

    private static Map<String, String> versions(String pom) {
        Map<String, String> versions = new TreeMap<>();
        Matcher matcher = Pattern.compile("<([a-z-]+\\.version)>([^<$]+)</").matcher(pom);
        while (matcher.find()) {
            versions.put(matcher.group(1), matcher.group(2));
        }
        return versions;
    }

    /** The libraries that the installable file brings along. */
    static Set<String> bundled() throws IOException {
        return words(testbed(), "bundled.artifacts");
    }

    private static Set<String> words(String pom, String property) {
        Matcher matcher = Pattern.compile("<" + property + ">([^<]*)</").matcher(pom);
        assertThat(matcher.find()).as(property).isTrue();
        return new TreeSet<>(Arrays.asList(matcher.group(1).trim().split("[,\\s]+")));
    }

    @Test
    void agreeInTheVersionsOfLibraries() throws IOException {
        Map<String, String> here = versions(testbed());
        Map<String, String> there = versions(real());
        here.keySet().retainAll(there.keySet());
        there.keySet().retainAll(here.keySet());

        assertThat(here).isEqualTo(there).isNotEmpty();
    }

    @Test
    void agreeInWhatTheInstallableFileBringsAlong() throws IOException {
        assertThat(bundled()).isEqualTo(words(real(), "hpi.bundledArtifacts"));
    }

    @Test
    void agreeInTheRequiredPlugins() throws IOException {
        Map<String, String> versions = pluginVersions();
        Set<String> expected = new TreeSet<>();
        Matcher matcher =
                DEPENDENCY.matcher(real().replaceFirst("(?s)<dependencyManagement>.*</dependencyManagement>", ""));
        while (matcher.find()) {
            String plugin = matcher.group(2);
            if (versions.containsKey(plugin) && !matcher.group(3).contains("<scope>test")) {
                boolean optional = matcher.group(3).contains("<optional>true");
                expected.add(plugin + ":" + versions.get(plugin) + (optional ? ";resolution:=optional" : ""));
            }
        }

        assertThat(words(testbed(), "plugin.dependencies")).isEqualTo(expected);
    }

    private static Map<String, String> pluginVersions() throws IOException {
        return Files.readAllLines(SharedFolder.jenkinsApi().resolve("plugin-versions.tsv")).stream()
                .map(l -> l.split("\t", -1))
                .collect(Collectors.toMap(c -> c[0], c -> c[1].substring(c[1].lastIndexOf(':') + 1)));
    }

    @Test
    void bringNothingAlongTwice() throws IOException {
        assertThat(new HashSet<>(bundled())).doesNotContain("jackson-databind", "guava");
    }
}
