package io.jenkins.plugins.itgc.testbed.plugin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository and the signature files beside it are. */
final class SharedFolder {
    private SharedFolder() {}

    /** The root of the repository. */
    static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("testbed").resolve("pom.xml"))) {
            at = at.getParent();
        }
        return at;
    }

    /** The signature files; without them the test is skipped and says so. */
    static Path jenkinsApi() {
        Path folder = repository().resolveSibling("shared").resolve("jenkins-api");
        assumeTrue(
                Files.isDirectory(folder),
                "Skipped: the signatures of the real Jenkins are not beside the repository, at ../shared/jenkins-api");
        return folder;
    }
}
