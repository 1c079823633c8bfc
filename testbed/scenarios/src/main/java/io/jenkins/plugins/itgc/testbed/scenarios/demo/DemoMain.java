package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Entry point of {@code ./demo}. */
public final class DemoMain {
    private DemoMain() {}

    /** Serves until it is stopped, or runs one pipeline and ends with its result. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            System.exit(start(DemoOptions.parse(List.of(args))));
        } catch (IllegalArgumentException | WorldFormatException e) {
            System.err.println(e.getMessage());
            System.err.println(DemoOptions.USAGE);
            System.exit(2);
        }
    }

    private static int start(DemoOptions options) throws IOException, InterruptedException {
        World world = options.loadWorld();
        return switch (options.mode()) {
            case RUN -> new PipelineRun(options, System.out).run(world);
            case SANDBOX -> serveSandbox(options, world);
            case SERVE -> serve(options, world);
        };
    }

    private static int serve(DemoOptions options, World world) throws IOException, InterruptedException {
        try (DemoServer server = DemoServer.start(options, world)) {
            server.introduce(System.out);
            untilStopped(server);
        }
        return 0;
    }

    private static int serveSandbox(DemoOptions options, World world) throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.start(world, options.port() + 1);
                WorldNews databases = WorldNews.toNobody(world, options.root().resolve("work"))) {
            // Where "mvn hpi:run" serves.
            world.slackRequests().connect(URI.create("http://localhost:" + options.port() + "/jenkins/itgc/slack"));
            System.out.println("The sandbox is at " + sandbox.url() + "/ (stop with Ctrl-C)");
            untilStopped(sandbox);
            databases.requireNoTrouble();
        }
        return 0;
    }

    /** Ctrl-C closes what is served before the machine goes down. */
    private static void untilStopped(AutoCloseable served) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(served)));
        stopped.await();
    }

    private static void close(AutoCloseable served) {
        try {
            served.close();
            System.out.println("Stopped.");
        } catch (Exception e) {
            System.err.println("It did not stop cleanly: " + e.getMessage());
        }
    }
}
