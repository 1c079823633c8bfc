package io.jenkins.plugins.itgc.ledger.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

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
    public record Span(String service, String environment, Instant from, Instant to) {}

    /**
     * The numbers of a span.
     *
     * @param finished deploys that ended, without those that were aborted
     * @param succeeded of these, how many went out
     * @param aborted deploys that were aborted, which count for nothing else
     * @param rollbacks deploys that went back to an earlier commit
     * @param failed deploys that failed, ended in an unknown way, or were rolled back
     * @param rework rollbacks, and deploys right after one that failed
     * @param lead from ready to out, of those that went out and were no rollback
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
     * @param succeeded what went out and was not taken back later
     * @param failed what counts as failed
     * @param lead median lead time in milliseconds; null without any
     */
    public record Day(LocalDate date, int succeeded, int failed, int rollbacks, Long lead) {}

    /** A deploy in numbers; -1 stands for a duration that is not known. */
    private record Row(long day, int flags, long lead, long restore) {
        private boolean is(int flag) {
            return (flags & flag) != 0;
        }

        boolean succeeded() {
            return is(1);
        }

        boolean aborted() {
            return is(2);
        }

        boolean rollback() {
            return is(4);
        }

        boolean failed() {
            return is(8);
        }

        boolean rework() {
            return is(16);
        }

        boolean merged() {
            return is(32);
        }
    }

    Metrics(ProjectionFile file) {
        this.file = file;
    }

    public Report of(Span span, Scope scope) {
        return file.read(rows -> report(deploys(span, scope, rows), waits(span, scope, rows)));
    }

    /** All rows in one text, since fetching each of tens of thousands by itself takes longer than finding them. */
    private static List<Row> deploys(Span span, Scope scope, Handle rows) {
        String text = rows.select(
                        "SELECT group_concat((finished_at / 86400000) || ' ' || flags || ' ' || coalesce(lead_ms, -1) || ' ' ||"
                                + " coalesce(restore_ms, -1), ' ') FROM deploy INDEXED BY deploy_numbers"
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
                .orElse("");
        return rows(text);
    }

    private static List<Row> rows(String text) {
        List<Row> all = new ArrayList<>();
        StringTokenizer numbers = new StringTokenizer(text);
        while (numbers.hasMoreTokens()) {
            all.add(new Row(
                    Long.parseLong(numbers.nextToken()),
                    Integer.parseInt(numbers.nextToken()),
                    Long.parseLong(numbers.nextToken()),
                    Long.parseLong(numbers.nextToken())));
        }
        return all;
    }

    private static Map<String, Spread> waits(Span span, Scope scope, Handle rows) {
        String text = rows.select(
                        "SELECT group_concat(gate || ' ' || took_ms, ' ') FROM waited INDEXED BY waited_numbers"
                                + " WHERE ended >= ? AND ended < ? AND (? IS NULL OR environment = ?) AND "
                                + scope.condition("job"),
                        span.from().toEpochMilli(),
                        span.to().toEpochMilli(),
                        span.environment(),
                        span.environment())
                .mapTo(String.class)
                .findOne()
                .orElse("");
        Map<String, List<Long>> byGate = new TreeMap<>();
        StringTokenizer parts = new StringTokenizer(text);
        while (parts.hasMoreTokens()) {
            byGate.computeIfAbsent(parts.nextToken(), gate -> new ArrayList<>()).add(Long.valueOf(parts.nextToken()));
        }
        Map<String, Spread> spreads = new TreeMap<>();
        byGate.forEach((gate, millis) -> spreads.put(gate, Spread.of(millis)));
        return spreads;
    }

    private static Report report(List<Row> all, Map<String, Spread> waits) {
        List<Row> finished = all.stream().filter(row -> !row.aborted()).toList();
        return new Report(
                finished.size(),
                count(finished, Row::succeeded),
                all.size() - finished.size(),
                count(finished, Row::rollback),
                count(finished, Row::failed),
                count(finished, Row::rework),
                Spread.of(known(finished, Row::lead)),
                count(finished, row -> row.lead >= 0 && row.merged()),
                Spread.of(known(finished, Row::restore)),
                waits,
                days(finished));
    }

    private static List<Day> days(List<Row> finished) {
        Map<Long, List<Row>> byDay = new TreeMap<>();
        finished.forEach(row -> byDay.computeIfAbsent(row.day, day -> new ArrayList<>()).add(row));
        return byDay.entrySet().stream()
                .map(day -> day(LocalDate.ofEpochDay(day.getKey()), day.getValue()))
                .toList();
    }

    private static Day day(LocalDate date, List<Row> rows) {
        List<Long> leads = known(rows, Row::lead);
        return new Day(
                date,
                count(rows, row -> row.succeeded() && !row.failed()),
                count(rows, Row::failed),
                count(rows, Row::rollback),
                leads.isEmpty() ? null : Spread.of(leads).median());
    }

    private static int count(List<Row> rows, Predicate<Row> which) {
        return (int) rows.stream().filter(which).count();
    }

    private static List<Long> known(List<Row> rows, ToLongFunction<Row> what) {
        return rows.stream().mapToLong(what).filter(millis -> millis >= 0).boxed().toList();
    }
}
