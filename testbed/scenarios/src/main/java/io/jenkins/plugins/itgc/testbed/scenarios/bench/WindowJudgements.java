package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.itgc.connect.calendar.CalendarCopy;
import io.jenkins.plugins.itgc.connect.calendar.IcsSource;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.Calendars;
import io.jenkins.plugins.itgc.window.Changes;
import io.jenkins.plugins.itgc.window.Span;
import io.jenkins.plugins.itgc.window.WindowGate;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import io.jenkins.plugins.itgc.window.WindowReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How long a deploy window takes to judge with calendars as large as those of a large company. */
final class WindowJudgements implements Measurement {
    private static final int CALENDARS = 10;
    private static final int EVENTS = 1000;

    @Override
    public String title() {
        return "Deploy windows";
    }

    @Override
    public String about() {
        return "Ten calendars by address with 1,000 weekly and daily events each. The first judgement reads and reckons 92"
                + " days ahead; the others are answered from the copies. Goal: under 1 ms each.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            serve(server);
            URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return List.of(measured(gate(base, new InParallel(threads)), Duration.ofMillis(quick ? 300 : 3000)));
        } finally {
            threads.shutdownNow();
            server.stop(0);
        }
    }

    private static Table measured(WindowGate gate, Duration time) throws InterruptedException {
        long start = System.nanoTime();
        judge(gate);
        double first = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        long judged = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            judge(gate);
            judged++;
        }
        double perSecond = judged * 1e9 / (System.nanoTime() - start);
        return new Table("events", "first, with reading", "judgements/s", "ms each")
                .row(
                        "%,d".formatted(CALENDARS * EVENTS),
                        "%,.0f ms".formatted(first),
                        "%,.0f".formatted(perSecond),
                        "%.3f".formatted(1e3 / perSecond));
    }

    private static void judge(WindowGate gate) throws InterruptedException {
        if (gate.rule(Clock.systemUTC()).evidence() == null) {
            throw new IllegalStateException("The bench's own calendars cannot be read.");
        }
    }

    private static void serve(HttpServer server) {
        server.createContext("/", exchange -> {
            byte[] body = calendar(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static String calendar(String name) throws IOException {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:bench\r\n");
        for (int i = 0; i < EVENTS; i++) {
            text.append("BEGIN:VEVENT\r\nUID:").append(name).append(i).append("\r\nSUMMARY:");
            text.append(i % 2 == 0 ? "Deploy window" : "Freeze").append("\r\nDTSTART;TZID=Europe/Amsterdam:202601");
            text.append("%02dT%02d%02d00".formatted(1 + i % 28, i % 24, i % 60));
            text.append("\r\nDURATION:PT7M\r\nRRULE:FREQ=").append(i % 3 == 0 ? "DAILY" : "WEEKLY");
            text.append("\r\nEND:VEVENT\r\n");
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }

    private record Copies(Map<String, CalendarCopy> copies) implements Calendars {
        @Override
        public Copy read(CalendarRule calendar, Span span) throws EvidenceUnavailable, InterruptedException {
            return copies.get(calendar.name()).read(calendar, span);
        }

        @Override
        public Copy atHand(CalendarRule calendar, Span span) {
            return copies.get(calendar.name()).atHand(calendar, span);
        }
    }

    private static WindowGate gate(URI base, InParallel parallel) {
        HttpClient client = HttpClient.newHttpClient();
        Map<String, CalendarCopy> copies = new HashMap<>();
        List<CalendarRule> rules = new ArrayList<>();
        for (int i = 0; i < CALENDARS; i++) {
            String name = "calendar-" + i;
            Endpoint endpoint = Endpoint.bearer("The bench", base.resolve("/" + name), Optional::empty);
            HttpReader http =
                    new HttpReader(client, endpoint, new Throttle(Clock.systemUTC()), HttpReader.Limits.DEFAULT);
            copies.put(name, new CalendarCopy(new IcsSource(http, name, Clock.systemUTC()), Clock.systemUTC()));
            rules.add(new CalendarRule(name, ZoneId.of("Europe/Amsterdam"), List.of("Deploy*"), List.of("Freeze*")));
        }
        WindowPolicy policy = new WindowPolicy(
                "production",
                List.of(),
                List.of(),
                rules,
                Duration.ZERO,
                null,
                true,
                WindowPolicy.MAX_AGE,
                WindowPolicy.MAX_SKEW,
                true);
        Change change = Change.ofProduction(
                new RepositoryId("acme", "orders"),
                new CommitId("c".repeat(40)),
                new TreeId("d".repeat(40)),
                List.of(12),
                "production");
        WindowReader.Sources sources = new WindowReader.Sources(
                () -> new Changes.Found(change, List.of(), List.of()),
                new Copies(copies),
                (found, service) -> Optional.empty());
        WindowReader reader = new WindowReader(policy, sources, parallel, Clock.systemUTC());
        return new WindowGate(new WindowGate.Request(change, "orders", Instant.now()), policy, reader);
    }
}
