package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the sample home that can be written to, with the addresses of this run.
 *
 * @param folder where it is
 */
record SampleHome(Path folder) {
    /** The addresses that the sample home is written for. */
    private static final String SANDBOX = "http://127.0.0.1:8081";

    private static final String CONTROLLER = "http://localhost:8080/jenkins/";
    private static final String DATABASES = "jdbc:sqlite:work/";

    static SampleHome copy(Path sample, URI sandbox, int port) throws IOException {
        if (!Files.isRegularFile(sample.resolve("jenkins.yaml"))) {
            throw new IllegalArgumentException("There is no sample home at " + sample + ": start from the checkout.");
        }
        Path folder = Files.createTempDirectory("itgc-demo");
        for (Path file : files(sample)) {
            Path target = folder.resolve(sample.relativize(file).toString());
            Files.createDirectories(target.getParent());
            String text = Files.readString(file)
                    .replace(SANDBOX, sandbox.toString())
                    .replace(DATABASES, "jdbc:sqlite:" + folder + "/")
                    .replace(CONTROLLER, "http://localhost:" + port + "/");
            Files.writeString(target, text);
        }
        return new SampleHome(folder);
    }

    /** Only what is sample: a home that has been used holds more. */
    private static List<Path> files(Path sample) throws IOException {
        try (Stream<Path> all = Files.walk(sample, 3)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().equals("config.xml")
                            || file.equals(sample.resolve("jenkins.yaml")))
                    .sorted()
                    .toList();
        }
    }

    void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be removed; remove it by hand.", e);
        }
    }
}
