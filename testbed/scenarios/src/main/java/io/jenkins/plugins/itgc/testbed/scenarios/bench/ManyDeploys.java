package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.projection.EntryReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * As many entries as wanted, ten a deploy, spread evenly over three years: 40 services in two environments, 300 people. Made
 * when they are asked for, so that a million of them need no ledger on disk.
 */
record ManyDeploys(long count) implements EntryReader {
    static final Instant BEGIN = Instant.parse("2023-11-01T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(3 * 365);
    private static final int EACH = 10;
    private static final List<String> WORDS = List.of(
            "refund", "basket", "search", "invoice", "返金処理", "retry", "address", "並び順", "library", "latency", "在庫",
            "export");

    @Override
    public List<Entry> entries(long after, int limit) {
        List<Entry> entries = new ArrayList<>();
        for (long sequence = after + 1; sequence <= count && entries.size() < limit; sequence++) {
            entries.add(entry(sequence));
        }
        return entries;
    }

    static String service(long deploy) {
        return "service-" + deploy % 40;
    }

    static String person(long deploy) {
        return "person" + new Random(deploy).nextInt(300);
    }

    /** Sequence of the entry that asks for a deploy. */
    static long idOf(long deploy) {
        return deploy * EACH + 8;
    }

    private Instant at(long sequence) {
        return BEGIN.plusMillis((long) (SPAN.toMillis() * ((double) sequence / count)));
    }

    private Entry entry(long sequence) {
        long deploy = (sequence - 1) / EACH;
        int step = (int) ((sequence - 1) % EACH);
        String service = service(deploy);
        String environment = deploy % 3 == 0 ? "staging" : "production";
        String commit = HexFormat.of()
                .toHexDigits(deploy * 0x9E3779B97F4A7C15L)
                .repeat(3)
                .substring(0, 40);
        String subject = "acme/" + service + "@" + commit + " in " + environment;
        String place = service + " in " + environment;
        return switch (step) {
            case 0 -> ruling(sequence, deploy, "review", "pass", commit, environment);
            case 1 -> made(sequence, "approval.requested", subject, deploy, "\"service\":\"" + service + "\"");
            case 2 -> ruling(sequence, deploy, "approval", "wait", commit, environment);
            case 3 ->
                made(
                        sequence,
                        "approval.given",
                        subject,
                        deploy,
                        request(deploy) + ",\"person\":\"" + person(deploy + 1) + "\"");
            case 4 -> made(sequence, "approval.completed", subject, deploy, request(deploy));
            case 5 -> ruling(sequence, deploy, "approval", "pass", commit, environment);
            case 6 -> ruling(sequence, deploy, "window", "pass", commit, environment);
            case 7 -> made(sequence, "deploy.requested", place, deploy, body(deploy, service, environment, commit));
            case 8 ->
                made(
                        sequence,
                        "deploy.started",
                        place,
                        deploy,
                        id(deploy) + body(deploy, service, environment, commit));
            default ->
                made(sequence, end(deploy), place, deploy, id(deploy) + body(deploy, service, environment, commit));
        };
    }

    private static String request(long deploy) {
        return "\"request\":\"" + (deploy * EACH + 2) + "\"";
    }

    private static String id(long deploy) {
        return "\"deploy\":\"" + idOf(deploy) + "\",";
    }

    private static String end(long deploy) {
        return deploy % 17 == 0 ? "deploy.failed" : deploy % 29 == 0 ? "deploy.aborted" : "deploy.succeeded";
    }

    private static String build(long deploy) {
        return service(deploy) + "/master#" + deploy;
    }

    private Entry ruling(long sequence, long deploy, String gate, String decision, String commit, String environment) {
        String body = """
                "gate":"%s","decision":"%s","reason":"One sentence why.","change":{"repository":{"owner":"acme","name":"%s"},\
                "commit":{"sha":"%s"},"environment":"%s"}""".formatted(gate, decision, service(deploy), commit, environment);
        return made(sequence, gate + ".decided", "acme/" + service(deploy) + "@" + commit, deploy, body);
    }

    private static String body(long deploy, String service, String environment, String commit) {
        Random random = new Random(deploy);
        String title = WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size())) + " in "
                + service;
        return String.format(
                Locale.ROOT,
                "\"service\":\"%s\",\"environment\":\"%s\",\"repository\":\"acme/%1$s\",\"commit\":\"%s\",\"rollback\":false,"
                        + "\"build\":\"%s\",\"startedBy\":\"%s\",\"pullRequests\":[{\"number\":%d,\"title\":\"%s\",\"url\":"
                        + "\"https://github.com/acme/%1$s/pull/%6$d\",\"author\":\"%5$s\"}],\"tickets\":[{\"key\":\"OPS-%6$d\","
                        + "\"title\":\"%7$s\"}]",
                service,
                environment,
                commit,
                build(deploy),
                person(deploy),
                deploy,
                title);
    }

    private Entry made(long sequence, String kind, String subject, long deploy, String body) {
        String hash = Long.toHexString(sequence);
        return new Entry(sequence, at(sequence), kind, subject, "build " + build(deploy), "{" + body + "}", "", hash);
    }
}
