package io.jenkins.plugins.itgc.testbed.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The program for auditors, as the build packs it. */
class AuditJarIT {
    private static final Path FILE = SharedFolder.repository().resolve("testbed/plugin/target/itgc-audit.jar");

    @Test
    void runsOnItsOwn() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        FILE.toString(),
                        "--help")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("verify BUNDLE", "sample BUNDLE", "replay BUNDLE");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void holdsNothingOfJenkinsAndNoDriver() throws Exception {
        try (JarFile jar = new JarFile(FILE.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("io/jenkins/plugins/itgc/audit/Main.class")
                    .noneMatch(name -> name.startsWith("io/jenkins/plugins/itgc/jenkins/"))
                    .noneMatch(name -> name.startsWith("hudson/") || name.startsWith("org/sqlite/"));
        }
    }
}
