package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked of {@code ./demo}.
 *
 * @param mode what to do
 * @param port the controller's port; the sandbox takes the next one
 * @param root folder of the checkout, whose {@code work} folder is the sample home
 * @param world world file; null for the demo's own
 * @param casc configuration file for the run; null for one made from the world
 * @param branch branch that the pipeline runs on; null for a pipeline that names its change itself
 * @param user who starts the pipeline
 * @param jenkinsfile pipeline to run; null unless one is to be run
 */
record DemoOptions(
        Mode mode, int port, Path root, Path world, Path casc, Branch branch, String user, Path jenkinsfile) {
    static final String USAGE = """
            Usage: ./demo [--port N] [--world W.yaml]                  serve the demo at http://localhost:N (8080)
                   ./demo --sandbox [--port N] [--world W.yaml]        serve the sandbox alone, at port N + 1
                   ./demo run --world W.yaml [--casc C.yaml] [--branch OWNER/REPO:BRANCH] [--as USER] JENKINSFILE
                                       run one pipeline, on a branch if one is named, in the name of USER (demo):
                                       decisions as JSON lines, the log on standard error;
                                       exit code 0 success, 1 failure, 3 aborted, 2 wrong usage""";

    private static final int PORT = 8080;
    private static final List<String> WITH_VALUE = List.of("--port", "--root", "--world", "--casc", "--branch", "--as");

    /** A branch of a repository. */
    record Branch(String owner, String repository, String name) {
        private static final Pattern FORM = Pattern.compile("([\\w.-]+)/([\\w.-]+):(\\S+)");

        static Branch parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException("\"" + text + "\" is no branch: write it as acme/orders:master.");
            }
            return new Branch(form.group(1), form.group(2), form.group(3));
        }
    }

    /** What to do. */
    enum Mode {
        SERVE,
        SANDBOX,
        RUN
    }

    /** @throws IllegalArgumentException with a sentence when the words make no sense */
    static DemoOptions parse(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        Mode mode = rest.remove("run") ? Mode.RUN : Mode.SERVE;
        mode = rest.remove("--sandbox") ? Mode.SANDBOX : mode;
        Map<String, String> values = new HashMap<>();
        Path jenkinsfile = null;
        while (!rest.isEmpty()) {
            String word = rest.remove(0);
            if (!word.startsWith("--")) {
                jenkinsfile = Path.of(word);
            } else if (rest.isEmpty() || !WITH_VALUE.contains(word)) {
                throw new IllegalArgumentException("\"" + word + "\" is no option, or its value is missing.");
            } else {
                values.put(word, rest.remove(0));
            }
        }
        DemoOptions options = new DemoOptions(
                mode,
                port(values.get("--port")),
                Path.of(values.getOrDefault("--root", ".")),
                path(values.get("--world")),
                path(values.get("--casc")),
                values.containsKey("--branch") ? Branch.parse(values.get("--branch")) : null,
                values.getOrDefault("--as", "demo"),
                jenkinsfile);
        options.requireSense();
        return options;
    }

    private void requireSense() {
        if ((mode == Mode.RUN) != (jenkinsfile != null)) {
            throw new IllegalArgumentException("Name one Jenkinsfile to run, and only after \"run\".");
        }
        if (mode == Mode.RUN && world == null) {
            throw new IllegalArgumentException("Name the world to run it in with --world.");
        }
    }

    private static int port(String text) {
        if (text == null) {
            return PORT;
        }
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > 65_534) {
            throw new IllegalArgumentException("\"" + text + "\" is no port: give a number from 1 to 65534.");
        }
        return Integer.parseInt(text);
    }

    private static Path path(String text) {
        return text == null ? null : Path.of(text);
    }

    World loadWorld() throws IOException {
        if (world == null) {
            try (InputStream in = DemoOptions.class.getResourceAsStream("/worlds/demo.yaml")) {
                return World.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), root);
            }
        }
        if (!Files.isReadable(world)) {
            throw new IllegalArgumentException("There is no readable world at " + world + ".");
        }
        return World.load(world);
    }
}
