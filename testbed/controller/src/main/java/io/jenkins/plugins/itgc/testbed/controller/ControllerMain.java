package io.jenkins.plugins.itgc.testbed.controller;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a controller until it is told to stop. */
public final class ControllerMain {
    private static final String USAGE =
            "Usage: ControllerMain --home DIR [--port N] [--prefix /jenkins] [--casc FILE_OR_DIR]...";

    private ControllerMain() {}

    /** Starts, prints the address and waits; ends cleanly on SIGINT and SIGTERM. */
    public static void main(String[] args) throws IOException, InterruptedException {
        ControllerOptions options;
        try {
            options = parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        Controller controller = Controller.start(options);
        System.out.println("Jenkins testbed is running at " + controller.url());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            controller.stop();
            stopped.countDown();
        }));
        stopped.await();
    }

    static ControllerOptions parse(List<String> args) {
        Path home = null;
        int port = 8080;
        String prefix = "";
        List<Path> casc = new ArrayList<>();
        for (int i = 0; i < args.size(); i += 2) {
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException("A value is missing after " + args.get(i));
            }
            String value = args.get(i + 1);
            switch (args.get(i)) {
                case "--home" -> home = Path.of(value);
                case "--port" -> port = Integer.parseInt(value);
                case "--prefix" -> prefix = value;
                case "--casc" -> casc.add(Path.of(value));
                default -> throw new IllegalArgumentException("Unknown option " + args.get(i));
            }
        }
        if (home == null) {
            throw new IllegalArgumentException("The option --home is missing");
        }
        return ControllerOptions.in(home).onPort(port).below(prefix).configuredBy(casc);
    }
}
