package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a finished deploy, once, and in its order. */
class AnnouncementsTest {
    private static DeployNews succeeded(boolean rollback, String buildUrl) {
        return new DeployNews(
                "9",
                DeployState.SUCCEEDED,
                Requests.ORDERS,
                "acme/orders",
                Requests.sha(1),
                Requests.sha(1001),
                null,
                rollback,
                "orders#7",
                buildUrl,
                "mia",
                List.of(),
                List.of(
                        new DeployNews.Ticket("jira", "OPS-7", "Faster", "https://jira.example/OPS-7"),
                        new DeployNews.Ticket("jira", "OPS-8", "More", "https://jira.example/OPS-8"),
                        new DeployNews.Ticket("gone", "1", "Gone", "https://gone.example/1")),
                List.of(),
                null,
                Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, Commented on 1 ticket.",
        "0, 1, Commented on 0 of 1 ticket.",
        "2, 2, Commented on 2 tickets.",
        "1, 2, Commented on 1 of 2 tickets.",
        "0, 0, Commented on 0 tickets."
    })
    void countsOneAndMany(int written, int all, String said) {
        assertThat(Announcer.Announced.onTickets(written, all).what().english()).isEqualTo(said);
        assertThat(Announcer.Announced.onPullRequests(written, all).what().english())
                .isEqualTo(said.replace("ticket", "pull request"));
    }

    @Nested
    class OnTickets {
        private final List<String> written = new ArrayList<>();
        private final TicketComments comments = new TicketComments(Map.of("jira", (key, mark, text) -> {
            written.add(key + " [" + mark + "] " + text);
            return key.equals("OPS-7");
        }));

        @Test
        void aNoteSaysWhatWasDeployedByWhichBuild() throws Exception {
            Announcer.Announced announced = comments.announce(succeeded(false, "https://jenkins.example/7"));

            String said = "Deploy 9 of orders in production succeeded: commit 0000000000 by orders#7."
                    + " https://jenkins.example/7";
            assertThat(written)
                    .containsExactly(
                            "OPS-7 [Deploy 9 of orders in production] " + said,
                            "OPS-8 [Deploy 9 of orders in production] " + said);
            assertThat(announced.what().english())
                    .as("OPS-8 has the note already, and there is no tracker of the third")
                    .isEqualTo("Commented on 1 of 3 tickets.");
        }

        @Test
        void aRollbackIsCalledOne() throws Exception {
            comments.announce(succeeded(true, null));

            assertThat(written.get(0)).endsWith("succeeded: rollback to commit 0000000000 by orders#7.");
        }

        @Test
        void onlySuccessIsTold() {
            assertThat(DeployState.values()).filteredOn(comments::wants).containsExactly(DeployState.SUCCEEDED);
            assertThat(comments.name()).isEqualTo("ticket-comments");
        }
    }

    @Nested
    class Notices {
        @TempDir
        Path folder;

        @Test
        void areRememberedForEachSystemAndState() {
            try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), new TurnedClock())) {
                Notifications notifications = new Notifications(ledger);
                assertThat(notifications.sent()).isEmpty();

                TicketComments comments = new TicketComments(Map.of());
                notifications.record(
                        comments, succeeded(false, null), new Announcer.Announced(Message.text("Done."), null));

                assertThat(notifications.sent())
                        .containsExactly(Notifications.key("ticket-comments", succeeded(false, null)));
                assertThat(Notifications.key("ticket-comments", succeeded(false, null)))
                        .containsExactly("ticket-comments", "9", DeployState.SUCCEEDED.kind());
            }
        }
    }

    @Nested
    class Order {
        private final Deque<Runnable> executor = new ArrayDeque<>();
        private final Deque<Runnable> later = new ArrayDeque<>();
        private final List<Duration> after = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private final OrderedWork work = new OrderedWork(executor::add, (duration, again) -> {
            after.add(duration);
            later.add(again);
        });

        private void run() {
            while (!executor.isEmpty()) {
                executor.poll().run();
            }
        }

        private boolean does(String what, boolean succeeds) {
            done.add(what);
            return succeeds;
        }

        @Test
        void isKeptAlongALineAndNothingRunsOnTheCallersThread() {
            work.add("slack", () -> does("1", true));
            work.add("slack", () -> does("2", true));
            assertThat(done).isEmpty();

            run();
            work.add("slack", () -> does("3", true));
            run();

            assertThat(done).containsExactly("1", "2", "3");
            assertThat(after).isEmpty();
        }

        @Test
        void isHeldUpByWhatFailsInTheSameLineOnly() {
            boolean[] up = {false};
            work.add("slack", () -> does("1", up[0]));
            work.add("slack", () -> does("2", true));
            work.add("jira", () -> does("other", true));
            run();
            assertThat(done).containsExactly("1", "other");

            up[0] = true;
            later.poll().run();
            run();

            assertThat(done).containsExactly("1", "other", "1", "2");
            assertThat(later).isEmpty();
        }

        @Test
        void isTriedMoreAndMoreSeldomUpToHalfAnHourAndSoonAgainForTheNext() {
            boolean[] up = {false};
            work.add("slack", () -> does("1", up[0]));
            work.add("slack", () -> does("2", false));
            for (int i = 0; i < 12; i++) {
                run();
                later.poll().run();
            }
            assertThat(after.subList(0, 4))
                    .containsExactly(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(40));
            assertThat(after).last().isEqualTo(Duration.ofMinutes(30));

            up[0] = true;
            run();

            assertThat(after).last().as("another thing, from the beginning").isEqualTo(Duration.ofSeconds(5));
        }
    }
}
