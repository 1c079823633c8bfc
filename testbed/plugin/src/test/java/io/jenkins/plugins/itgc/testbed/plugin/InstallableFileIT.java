package io.jenkins.plugins.itgc.testbed.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Extension;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.java.sezpoz.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that people upload to their Jenkins. */
class InstallableFileIT {
    private static final Path FILE = SharedFolder.repository().resolve("testbed/plugin/target/itgc-deploy-gates.hpi");

    @TempDir
    private Path folder;

    private static List<String> names(JarFile file) {
        return file.stream().map(JarEntry::getName).toList();
    }

    private Path pluginJar() throws IOException {
        Path target = folder.resolve("plugin.jar");
        try (JarFile file = new JarFile(FILE.toFile())) {
            Files.copy(file.getInputStream(file.getEntry("WEB-INF/lib/itgc-deploy-gates.jar")), target);
        }
        return target;
    }

    @Test
    void saysWhatItIsAndWhatItNeeds() throws IOException {
        try (JarFile file = new JarFile(FILE.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Short-Name")).isEqualTo("itgc-deploy-gates");
            assertThat(manifest.getValue("Jenkins-Version")).isEqualTo("2.516.3");
            assertThat(manifest.getValue("Minimum-Java-Version")).isEqualTo("17");
            assertThat(manifest.getValue("Plugin-Dependencies"))
                    .matches("([a-z0-9-]+:[^,:;\\s]+(;resolution:=optional)?,?)+")
                    .contains("workflow-step-api:", "jira:3.21;resolution:=optional");
        }
    }

    @Test
    void bringsItsLibrariesButNothingOfJenkins() throws IOException {
        try (JarFile file = new JarFile(FILE.toFile())) {
            List<String> libraries = names(file).stream()
                    .filter(n -> n.startsWith("WEB-INF/lib/") && n.endsWith(".jar"))
                    .map(n -> n.substring("WEB-INF/lib/".length()).replaceAll("-v?[0-9].*", ""))
                    .map(n -> n.replaceAll("\\.jar$", ""))
                    .sorted()
                    .toList();
            List<String> expected = new ArrayList<>(PomTest.bundled());
            expected.add("itgc-deploy-gates");

            assertThat(libraries).containsExactlyInAnyOrderElementsOf(expected);
        }
        try (JarFile jar = new JarFile(pluginJar().toFile())) {
            assertThat(names(jar))
                    .contains("index.jelly")
                    .noneMatch(n -> n.startsWith("hudson/") || n.startsWith("jenkins/") || n.startsWith("org/"))
                    .noneMatch(n -> n.startsWith("testbed-webapp/"));
        }
    }

    @Test
    void bringsWhatThePageOfLibrariesLists() throws IOException {
        List<String> packed = new ArrayList<>();
        try (JarFile file = new JarFile(FILE.toFile())) {
            file.stream()
                    .filter(entry -> entry.getName().matches("WEB-INF/lib/.*\\.jar"))
                    .filter(entry -> !entry.getName().endsWith("/itgc-deploy-gates.jar"))
                    .map(entry ->
                            entry.getName().substring("WEB-INF/lib/".length()) + " " + (entry.getSize() + 1023) / 1024)
                    .forEach(packed::add);
        }
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(packed);
    }

    /** Name and size of each jar on the page; each says why it is there. */
    private static List<String> listed() throws IOException {
        return Files.readAllLines(SharedFolder.repository().resolve("docs/libraries.md")).stream()
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length == 5 && cells[1].strip().endsWith(".jar"))
                .peek(cells -> assertThat(cells[3].strip()).as(cells[1]).isNotEmpty())
                .map(cells -> cells[1].strip() + " " + cells[2].strip())
                .toList();
    }

    /** Otherwise Jenkins refuses to save the configuration: its class filter knows no such plugin. */
    @Test
    void classesAreKnownForThoseOfAPlugin() throws IOException {
        try (JarFile jar = new JarFile(pluginJar().toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Short-Name")).isEqualTo("itgc-deploy-gates");
            assertThat(manifest.getValue("Plugin-Version")).isNotBlank();
        }
    }

    @Test
    void tellsJenkinsItsExtensionsSymbolsAndTerminators() throws Exception {
        Path jar = pluginJar();
        List<String> found = new ArrayList<>();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Index.load(Extension.class, Object.class, alone).forEach(item -> found.add(item.className()));
        }

        assertThat(found).anyMatch(n -> n.startsWith("io.jenkins.plugins.itgc.jenkins."));
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(names(file))
                    .contains(
                            "META-INF/services/annotations/org.jenkinsci.Symbol",
                            "META-INF/services/annotations/hudson.init.Terminator");
        }
    }
}
