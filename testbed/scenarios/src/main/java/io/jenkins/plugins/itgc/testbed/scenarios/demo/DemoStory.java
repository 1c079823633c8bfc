package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Some weeks of deploys of a shop that does not exist, so that the dashboard has something to show. Its services are not those
 * of the demo's own pipelines, whose deploys stand beside them.
 */
final class DemoStory {
    private static final List<String> SERVICES = List.of("checkout", "search", "notifications");
    private static final List<String> PEOPLE = List.of("mia", "alice", "bob", "kenji", "zoe");
    private static final List<String> TITLES = List.of(
            "Refund in one step",
            "Show delivery dates in the basket",
            "返金処理を一括で行えるようにする",
            "Retry payments when the bank is slow",
            "Remember the last search",
            "Send receipts as PDF",
            "Count <em>all</em> hits & rank by price",
            "検索結果の並び順を修正",
            "Let customers change their address",
            "=HYPERLINK(\"http://example.com\";\"Update libraries\")");

    private final StoryClock clock;
    private final StoryEntries entries;
    private final Random random = new Random(7);
    private final Map<String, String> deployed = new HashMap<>();
    private int number = 100;

    private DemoStory(Ledger ledger, StoryClock clock) {
        this.clock = clock;
        this.entries = new StoryEntries(ledger);
    }

    /**
     * Writes the story into a new ledger.
     *
     * @param home of the controller, before it starts
     * @param now when the story ends
     */
    static void tell(Path home, Instant now, int weeks) {
        StoryClock clock = new StoryClock();
        try (Ledger ledger = SqliteLedger.open(home.resolve("itgc").resolve("ledger.db"), clock)) {
            new DemoStory(ledger, clock).weeks(now, weeks);
        }
    }

    private void weeks(Instant now, int weeks) {
        for (int day = weeks * 7; day >= 1; day--) {
            Instant morning =
                    now.minus(Duration.ofDays(day)).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(7));
            boolean weekend = morning.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() > 5;
            int deploys = weekend ? 0 : 1 + random.nextInt(2);
            for (int i = 0; i < deploys; i++) {
                clock.set(morning.plus(Duration.ofMinutes(i * 300L + random.nextInt(120))));
                release(any(SERVICES));
            }
        }
        clock.set(now.minus(Duration.ofHours(20)));
        entries.hold("production", "notifications", "zoe", "The mail provider is down.");
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void pass(long minutes) {
        clock.set(clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private void release(String service) {
        StoryEntries.Change change = change(service, false, null);
        int luck = random.nextInt(12);
        gates(change, luck);
        if (luck == 3) {
            entries.override(change, "Legal deadline today.", clock.instant().plus(Duration.ofHours(4)));
        }
        switch (luck) {
            case 0 -> deploy(change, DeployEvent.Failed::new, "The smoke test did not answer.");
            case 1 -> deploy(change, DeployEvent.Aborted::new, null);
            default -> succeed(change);
        }
        if (luck == 2 && change.previous() != null) {
            pass(25);
            rollBack(change(service, true, change.previous()));
        }
    }

    private void rollBack(StoryEntries.Change back) {
        String second = any(PEOPLE.stream()
                .filter(person -> !person.equals(back.approver()) && !person.equals(back.author()))
                .toList());
        String request = entries.breakGlass(
                back,
                second,
                "Customers could not pay; rolled back at once.",
                clock.instant().plus(Duration.ofDays(1)));
        succeed(back);
        pass(60);
        entries.answer(back, request, second, "As it should be.", ApprovalEvent.BreakGlassReviewed::new);
    }

    private StoryEntries.Change change(String service, boolean rollback, String to) {
        String author = any(PEOPLE);
        String approver =
                any(PEOPLE.stream().filter(person -> !person.equals(author)).toList());
        int n = ++number;
        return new StoryEntries.Change(
                service,
                "production",
                to == null
                        ? HexFormat.of()
                                .toHexDigits(random.nextLong())
                                .repeat(3)
                                .substring(0, 40)
                        : to,
                deployed.get(service),
                rollback,
                service + "/master#" + n,
                rollback ? approver : author,
                n,
                rollback ? "Rollback to the previous version" : any(TITLES),
                author,
                approver,
                "SHOP-" + (n * 3),
                "Customers ask for: " + any(TITLES));
    }

    private void gates(StoryEntries.Change change, int luck) {
        entries.ruling(change, "review", "pass", "Every commit is reviewed and its ticket approved.");
        pass(2);
        entries.approval(change);
        entries.ruling(change, "approval", "wait", "Waiting for 1 of release-managers.");
        pass(10 + random.nextInt(180));
        entries.ruling(change, "approval", "pass", "Approved by " + change.approver() + ".");
        if (luck > 5) {
            entries.ruling(change, "window", "wait", "No window is open.");
            pass(30 + random.nextInt(600));
        }
        entries.ruling(change, "window", "pass", "The window is open for long enough.");
    }

    private void succeed(StoryEntries.Change change) {
        String id = deploy(change, DeployEvent.Succeeded::new, null);
        deployed.put(change.service(), change.commit());
        entries.noticed(change, id);
    }

    private String deploy(
            StoryEntries.Change change,
            BiFunction<Subject.OfTarget, DeploymentBody, DeployEvent.Progress> end,
            String reason) {
        String id = entries.requested(change);
        pass(random.nextInt(6));
        entries.next(change, id, null, DeployEvent.Started::new);
        pass(3 + random.nextInt(9));
        entries.next(change, id, reason, end);
        return id;
    }
}
