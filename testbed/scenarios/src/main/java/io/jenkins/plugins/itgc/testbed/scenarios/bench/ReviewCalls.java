package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What it takes to review a pull request: calls, bytes, and time in round trips. */
final class ReviewCalls implements Measurement {
    private static final Duration ROUND_TRIP = Duration.ofMillis(100);
    private static final String ORDINARY = "OPS-7-retry";
    private static final String LARGE = "OPS-7-steps";

    @Override
    public String title() {
        return "A review";
    }

    @Override
    public String about() {
        return "Every answer of GitHub and of the tracker takes %d ms more. Goal for the ordinary one: 2 reads in parallel and 1 write to GitHub, at most 2.5 round trips with its ticket."
                .formatted(ROUND_TRIP.toMillis());
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        int times = quick ? 3 : 9;
        warmUp(quick ? 5 : 30);
        Table table = new Table(
                "pull request",
                "answer",
                "GitHub reads",
                "writes",
                "tracker reads",
                "sent B",
                "received B",
                "ms",
                "round trips");
        row(table, "ordinary, its branch told and named after the ticket", first("ordinary", ORDINARY, times));
        row(table, "ordinary, nothing told", first("ordinary", null, times));
        row(table, "ordinary, reviewed again, nothing changed", again(times));
        int fewer = quick ? 1 : 3;
        row(table, "300 commits, 2,999 files, 400 reviews", first("large", LARGE, fewer));
        row(table, "300 commits, 3,000 files, 400 reviews", first("too-large", LARGE, fewer));
        return List.of(table);
    }

    private static void warmUp(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            try (BenchWorld world = BenchWorld.open("ordinary")) {
                world.review(ORDINARY);
                world.review(null);
            }
        }
    }

    /** Each time in a new world, since the first review is written to it. */
    private static Reviewed first(String name, String branch, int times) throws Exception {
        List<Reviewed> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (BenchWorld world = BenchWorld.open(name)) {
                all.add(world.roundTrip(ROUND_TRIP).review(branch));
            }
        }
        return median(all);
    }

    private static Reviewed again(int times) throws Exception {
        List<Reviewed> all = new ArrayList<>();
        try (BenchWorld world = BenchWorld.open("ordinary")) {
            world.roundTrip(ROUND_TRIP).review(ORDINARY);
            for (int i = 0; i < times; i++) {
                all.add(world.review(ORDINARY));
            }
        }
        return median(all);
    }

    private static Reviewed median(List<Reviewed> all) {
        return all.stream()
                .sorted(Comparator.comparing(Reviewed::took))
                .toList()
                .get(all.size() / 2);
    }

    private static void row(Table table, String what, Reviewed median) {
        long millis = median.took().toMillis();
        table.row(
                what,
                RulingBody.word(median.published().judgement().ruling().decision()),
                median.reads(),
                median.writes(),
                median.trackerReads(),
                "%,d".formatted(median.sent()),
                "%,d".formatted(median.received()),
                "%,d".formatted(millis),
                "%.2f".formatted(millis / (double) ROUND_TRIP.toMillis()));
    }
}
