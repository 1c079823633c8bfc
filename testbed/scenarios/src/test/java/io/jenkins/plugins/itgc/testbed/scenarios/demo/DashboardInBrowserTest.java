package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The dashboard in a real browser, with {@code -Ditgc.browser=/usr/bin/chromium}. What is looked at stands in
 * testbed/browser; each of its tests is counted by itself.
 */
@EnabledIfSystemProperty(named = "itgc.browser", matches = ".+")
class DashboardInBrowserTest {
    private static final Path TESTS = Path.of("../browser").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Test
    void showsEveryPage() throws Exception {
        Path pictures = Files.createDirectories(TARGET.resolve("pictures"));
        Path report =
                Files.createDirectories(TARGET.resolve("surefire-reports")).resolve("TEST-browser.xml");
        Path said = TARGET.resolve("browser.log");
        try (ShownDemo demo = ShownDemo.start()) {
            Process tests = tests(demo, pictures, report, said).start();
            boolean ended = tests.waitFor(10, TimeUnit.MINUTES);
            if (!ended) {
                tests.destroyForcibly();
            }

            assertThat(ended).as("ended within ten minutes").isTrue();
            assertThat(tests.exitValue())
                    .as("see above, and the pictures in " + pictures)
                    .isZero();
        }
        assertThat(report).content().contains("<testcase");
    }

    private static ProcessBuilder tests(ShownDemo demo, Path pictures, Path report, Path said) {
        String install = "test node_modules/.package-lock.json -nt package-lock.json ||"
                + " { npm ci --ignore-scripts --no-audit --no-fund && touch node_modules/.package-lock.json; }";
        String run = "npm test --silent -- --reporter=default --reporter=junit --outputFile.junit='" + report + "'";
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", install + " && " + run).directory(TESTS.toFile());
        builder.environment().put("ITGC_URL", demo.url().toString());
        builder.environment().put("ITGC_CONTROL", demo.control().toString());
        builder.environment().put("ITGC_BROWSER", System.getProperty("itgc.browser"));
        builder.environment().put("ITGC_PICTURES", pictures.toString());
        // Surefire talks with this process over its own streams, so the tests get others.
        return builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
    }
}
