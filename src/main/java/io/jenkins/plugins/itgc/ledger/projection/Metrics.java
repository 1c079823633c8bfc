package io.jenkins.plugins.itgc.ledger.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts. */
public final class Metrics {
    private final ProjectionFile file;

    /**
     * What is counted.
     *
     * @param service null for all
     * @param environment null for all
     * @param from deploys that ended at this time or later
     * @param to and before this time
     */
    public record Span(@Nullable String service, @Nullable String environment, Instant from, Instant to) {}

    /**
     * The numbers of a span.
     *
     * @param finished deploys that ended, without those that were aborted
     * @param succeeded of these, how many succeeded
     * @param aborted deploys that were aborted, which count for nothing else
     * @param rollbacks deploys that went back to an earlier commit
     * @param failed deploys that failed, ended in an unknown way, or were rolled back
     * @param rework rollbacks, and deploys right after one that failed
     * @param lead from ready to out, of those that succeeded and were no rollback
     * @param leadFromMerge how many of these are counted from their merge; the others from their first judgement
     * @param restore from the end of a failed deploy to the next success
     * @param waits how long builds waited, by gate; {@code queue} is the turn of {@code gatedDeploy}
     * @param days each day with a deploy, oldest first
     */
    public record Report(
            int finished,
            int succeeded,
            int aborted,
            int rollbacks,
            int failed,
            int rework,
            Spread lead,
            int leadFromMerge,
            Spread restore,
            Map<String, Spread> waits,
            List<Day> days) {}

    /**
     * A day, by UTC.
     *
     * @param succeeded deploys that succeeded and were not rolled back later
     * @param failed what counts as failed
     * @param lead median lead time in milliseconds; null without any
     */
    public record Day(
            LocalDate date,
            int succeeded,
            int failed,
            int rollbacks,
            @Nullable Long lead) {}

    Metrics(ProjectionFile file) {
        this.file = file;
    }

    /** Counts what the reader may see. */
    public Report of(Span span, Scope scope) {
        return file.read(rows -> report(deploys(span, scope, rows), waits(span, scope, rows)));
    }

    /** All in one text, since fetching each of tens of thousands by itself takes longer than finding them. */
    private static List<DeployNumbers> deploys(Span span, Scope scope, Handle rows) {
        return DeployNumbers.all(rows.select(
                        "SELECT group_concat(numbers, ' ') FROM deploy INDEXED BY deploy_numbers"
                                + " WHERE finished_at >= ? AND finished_at < ? AND (? IS NULL OR service = ?)"
                                + " AND (? IS NULL OR environment = ?) AND " + scope.condition("job"),
                        span.from().toEpochMilli(),
                        span.to().toEpochMilli(),
                        span.service(),
                        span.service(),
                        span.environment(),
                        span.environment())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    private static Map<String, Spread> waits(Span span, Scope scope, Handle rows) {
        NumberWords words = new NumberWords(rows.select(
                        "SELECT group_concat(gate || ' ' || took_ms, ' ') FROM waited INDEXED BY waited_numbers"
                                + " WHERE ended >= ? AND ended < ? AND (? IS NULL OR environment = ?) AND "
                                + scope.condition("job"),
                        span.from().toEpochMilli(),
                        span.to().toEpochMilli(),
                        span.environment(),
                        span.environment())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
        Map<String, LongStream.Builder> byGate = new TreeMap<>();
        while (words.more()) {
            byGate.computeIfAbsent(words.word(), gate -> LongStream.builder()).add(words.number());
        }
        Map<String, Spread> spreads = new TreeMap<>();
        byGate.forEach((gate, millis) -> spreads.put(gate, Spread.of(millis.build())));
        return spreads;
    }

    private static Report report(List<DeployNumbers> all, Map<String, Spread> waits) {
        List<DeployNumbers> finished =
                all.stream().filter(row -> !row.aborted()).toList();
        return new Report(
                finished.size(),
                count(finished, DeployNumbers::succeeded),
                all.size() - finished.size(),
                count(finished, DeployNumbers::rollback),
                count(finished, DeployNumbers::failed),
                count(finished, DeployNumbers::rework),
                Spread.of(known(finished, DeployNumbers::lead)),
                count(finished, row -> row.lead() >= 0 && row.merged()),
                Spread.of(known(finished, DeployNumbers::restore)),
                waits,
                days(finished));
    }

    private static List<Day> days(List<DeployNumbers> finished) {
        Map<Long, List<DeployNumbers>> byDay = new TreeMap<>();
        finished.forEach(row ->
                byDay.computeIfAbsent(row.day(), day -> new ArrayList<>()).add(row));
        return byDay.entrySet().stream()
                .map(day -> day(LocalDate.ofEpochDay(day.getKey()), day.getValue()))
                .toList();
    }

    private static Day day(LocalDate date, List<DeployNumbers> rows) {
        Spread leads = Spread.of(known(rows, DeployNumbers::lead));
        return new Day(
                date,
                count(rows, row -> row.succeeded() && !row.failed()),
                count(rows, DeployNumbers::failed),
                count(rows, DeployNumbers::rollback),
                leads.count() == 0 ? null : leads.median());
    }

    private static int count(List<DeployNumbers> rows, Predicate<DeployNumbers> which) {
        return (int) rows.stream().filter(which).count();
    }

    private static LongStream known(List<DeployNumbers> rows, ToLongFunction<DeployNumbers> what) {
        return rows.stream().mapToLong(what).filter(millis -> millis >= 0);
    }
}
