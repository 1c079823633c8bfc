package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import io.jenkins.plugins.itgc.ledger.projection.Metrics;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What each page of the dashboard costs, and how that grows with the ledger. */
final class DashboardQueries implements Measurement {
    private static final Instant END = ManyDeploys.BEGIN.plus(ManyDeploys.SPAN);

    @Override
    public String title() {
        return "Dashboard";
    }

    @Override
    public String about() {
        return "What each page asks of the projections, for a reader who may see 30 of 40 jobs; ten entries a deploy over three"
                + " years. Over 100 runs with other values each time, in ms: median and 95th percentile of the"
                + " processor's time, and 95th percentile by the clock, which other work on the machine lengthens. Goal: p95 under 50 ms at"
                + " 1,000,000 entries, page weight under 600 KB compressed without charts.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        List<Long> sizes = quick ? List.of(1_000L, 10_000L) : List.of(1_000L, 10_000L, 100_000L, 1_000_000L);
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        for (long size : sizes) {
            measure(size, rows);
        }
        Table table =
                new Table(Stream.concat(Stream.of("entries"), sizes.stream().map("%,d"::formatted))
                        .toArray(String[]::new));
        rows.forEach((name, cells) ->
                table.row(Stream.concat(Stream.of(name), cells.stream()).toArray()));
        return List.of(table, PageWeight.table());
    }

    private static void measure(long size, Map<String, List<Object>> rows) throws IOException {
        Path folder = Files.createTempDirectory("itgc-bench");
        try {
            Path file = folder.resolve("projections.db");
            Projection projection = Projection.open(file, new ManyDeploys(size));
            long begun = System.nanoTime();
            projection.catchUp();
            double seconds = (System.nanoTime() - begun) / 1e9;
            put(rows, "built, entries/s", "%,.0f".formatted(size / seconds));
            put(rows, "size, MiB", "%,.1f".formatted(Files.size(file) / 1048576.0));
            pages(projection, size / 10).forEach((name, page) -> put(rows, name, timed(page)));
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            put(rows, "heap in use, MiB", "%,d".formatted((runtime.totalMemory() - runtime.freeMemory()) >> 20));
        } finally {
            delete(folder);
        }
    }

    private static void put(Map<String, List<Object>> rows, String name, Object cell) {
        rows.computeIfAbsent(name, row -> new ArrayList<>()).add(cell);
    }

    private static String timed(Consumer<Random> page) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> busy = new ArrayList<>();
        List<Double> clock = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            long begun = System.nanoTime();
            long worked = threads.getCurrentThreadCpuTime();
            page.accept(new Random(i));
            if (i >= 50) {
                busy.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
                clock.add((System.nanoTime() - begun) / 1e6);
            }
        }
        busy.sort(Comparator.naturalOrder());
        clock.sort(Comparator.naturalOrder());
        return "%.1f / %.1f / %.1f".formatted(busy.get(49), busy.get(94), clock.get(94));
    }

    private static Map<String, Consumer<Random>> pages(Projection all, long deploys) {
        Scope scope =
                Scope.of(all.jobs().all().stream().limit(30).map(Jobs.Job::id).toList());
        Map<String, Consumer<Random>> pages = new LinkedHashMap<>();
        pages.put("nothing new to take in", random -> all.catchUp(1000));
        pages.put("now", random -> now(all, scope));
        pages.put("history", random -> find(all, scope, DeployFilter.NONE));
        pages.put(
                "history, older page",
                random -> find(all, scope, DeployFilter.NONE.before(ManyDeploys.idOf(random.nextInt((int) deploys)))));
        pages.put(
                "history, service and environment",
                random -> find(all, scope, DeployFilter.place(ManyDeploys.service(random.nextInt(40)), "production")));
        pages.put(
                "history, person",
                random -> find(
                        all, scope, filter(ManyDeploys.person(random.nextInt((int) deploys)), null, null, null, null)));
        pages.put(
                "history, ticket",
                random -> find(all, scope, filter(null, "OPS-" + random.nextInt((int) deploys), null, null, null)));
        pages.put("history, common word", random -> find(all, scope, filter(null, null, "refund", null, null)));
        pages.put("history, two words", random -> find(all, scope, filter(null, null, "返金 latency", null, null)));
        pages.put("history, word and failed", random -> find(all, scope, filter(null, null, "在庫", "failed", null)));
        pages.put(
                "history, before a day",
                random -> find(
                        all, scope, filter(null, null, null, null, END.minus(Duration.ofDays(random.nextInt(900))))));
        pages.put(
                "history, nothing found",
                random -> find(
                        all,
                        scope,
                        new DeployFilter("service-1", null, "nobody", null, "refund", null, null, null, null)));
        pages.put("one deploy", random -> one(all, scope, ManyDeploys.idOf(random.nextInt((int) deploys))));
        pages.put("metrics, 90 days", random -> metrics(all, scope, 90));
        pages.put("metrics, a year", random -> metrics(all, scope, 365));
        pages.put("calendar, a month", random -> calendar(all, scope, random.nextInt(900)));
        pages.put("audit", random -> all.records().exceptions(scope, 200));
        return pages;
    }

    private static DeployFilter filter(String person, String ticket, String text, String result, Instant to) {
        return new DeployFilter(null, null, person, ticket, text, result, null, to, null);
    }

    private static void find(Projection all, Scope scope, DeployFilter filter) {
        all.deploys().find(filter, scope, 51);
    }

    private static void now(Projection all, Scope scope) {
        all.rulings().waiting(scope);
        all.approvals().open(scope, END);
        all.deploys().open(scope);
        all.deploys().current(scope);
        all.records().holds(scope, END);
        all.records().exceptions(scope, 5);
        all.jobs().places(scope);
    }

    private static void one(Projection all, Scope scope, long id) {
        all.deploys().byId(id, scope).ifPresent(deploy -> evidence(all, scope, deploy));
    }

    private static void evidence(Projection all, Scope scope, Deploy deploy) {
        all.deploys().successBefore(deploy, scope);
        all.rulings().ofBuild(deploy.build());
        all.approvals().about(deploy.commit(), deploy.environment());
        all.records().exceptionsAbout(deploy.commit(), scope);
        all.records().notices(deploy.id());
        all.records().shares(deploy.id());
    }

    private static void metrics(Projection all, Scope scope, int days) {
        all.metrics().of(new Metrics.Span(null, null, END.minus(Duration.ofDays(days)), END), scope);
    }

    private static void calendar(Projection all, Scope scope, int daysAgo) {
        Instant to = END.minus(Duration.ofDays(daysAgo));
        all.deploys()
                .marks(
                        new DeployFilter(null, null, null, null, null, null, to.minus(Duration.ofDays(42)), to, null),
                        scope,
                        5000);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
