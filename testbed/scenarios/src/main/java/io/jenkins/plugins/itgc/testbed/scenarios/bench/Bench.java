package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Prints the measurements as Markdown; {@code --quick} takes seconds in place of a minute, and {@code --only=Ledger} those whose
 * title begins so.
 */
public final class Bench {
    private static final List<Measurement> ALL = List.of(
            new ReviewCalls(),
            new JudgeThroughput(),
            new WaitingGates(),
            new WaitingSteps(),
            new LedgerAppends(),
            new LedgerBundles(),
            new DashboardQueries(),
            new IntakeBurst(),
            new EventToStep(),
            new WindowJudgements(),
            new MigrationChecks());

    private static final String ONLY = "--only=";

    private Bench() {}

    /** @param args {@code --quick}, {@code --only=TITLE}, or nothing */
    public static void main(String[] args) throws Exception {
        List<String> unknown = Arrays.stream(args)
                .filter(arg -> !arg.equals("--quick") && !arg.startsWith(ONLY))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("Unknown option " + unknown.get(0) + "; there are --quick and --only=TITLE.");
            System.exit(2);
        }
        String title = Arrays.stream(args)
                .filter(arg -> arg.startsWith(ONLY))
                .map(arg -> arg.substring(ONLY.length()))
                .findFirst()
                .orElse("");
        run(List.of(args).contains("--quick"), title, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        // Threads of pools that outlive their work must not keep a finished bench alive.
        System.exit(0);
    }

    private static void run(boolean quick, String title, PrintStream out) throws Exception {
        out.println(machine());
        for (Measurement measurement : ALL) {
            if (!measurement.title().startsWith(title)) {
                continue;
            }
            out.printf("%n## %s%n%n%s%n", measurement.title(), measurement.about());
            for (Table table : measurement.run(quick)) {
                out.printf("%n%s%n", table);
            }
        }
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "Measured on %d cores, JDK %s (%s), %s %s, heap up to %d MiB."
                .formatted(
                        runtime.availableProcessors(),
                        Runtime.version(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        runtime.maxMemory() >> 20);
    }
}
