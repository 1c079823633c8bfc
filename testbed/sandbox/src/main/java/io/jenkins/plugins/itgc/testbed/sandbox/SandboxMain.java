package io.jenkins.plugins.itgc.testbed.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Serves a world until it is interrupted: {@code --world W.yaml [--port N]}. */
public final class SandboxMain {
    private static final String USAGE = "usage: --world W.yaml [--port N]";

    private SandboxMain() {}

    /** Starts the server and prints where it is. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = options(arguments);
        if (!options.containsKey("--world")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            serve(World.load(Path.of(options.get("--world"))), Integer.parseInt(options.getOrDefault("--port", "0")));
        } catch (WorldFormatException e) {
            System.err.println(options.get("--world") + ": " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(World world, int port) throws IOException, InterruptedException {
        Sandbox sandbox = Sandbox.start(world, port);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println("GitHub (REST)    " + sandbox.gitHubApi());
        System.out.println("GitHub (GraphQL) " + sandbox.gitHubGraphQl());
        System.out.println("Jira             " + sandbox.jira());
        System.out.println("Redmine          " + sandbox.redmine());
        System.out.println("Tokens           " + new TreeMap<>(world.tokens()));
        new CountDownLatch(1).await();
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
