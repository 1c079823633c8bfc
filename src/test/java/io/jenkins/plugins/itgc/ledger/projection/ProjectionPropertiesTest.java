package io.jenkins.plugins.itgc.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens in whatever order: what is kept up step by step is what the whole ledger gives at once. */
class ProjectionPropertiesTest {
    private static final List<String> SERVICES = List.of("orders", "billing");
    private static final List<String> ENVIRONMENTS = List.of("staging", "production");
    private static final List<String> ENDS = List.of("succeeded", "succeeded", "failed", "aborted", "unknown");

    private record Open(long id, String service, String environment, boolean started, Map<String, ?> own) {}

    /** Appends what may happen next, as it may happen. */
    private static final class Happenings {
        final DeployEntries entries = new DeployEntries(new MemoryLedger());
        final Random random;
        final List<Open> open = new ArrayList<>();
        int requests;
        int shares;

        Happenings(long seed) {
            random = new Random(seed);
        }

        void next() {
            entries.ledger.clock.turn(Duration.ofSeconds(random.nextInt(-600, 3600)));
            switch (random.nextInt(8)) {
                case 0, 1 -> request();
                case 2, 3 -> goOn();
                case 4 -> ruling();
                case 5 -> approval();
                case 6 -> hold();
                default -> other();
            }
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private String commit() {
            return String.valueOf(random.nextInt(4)).repeat(40);
        }

        private void request() {
            Map<String, ?> own = Map.of(
                    "commit",
                    commit(),
                    "rollback",
                    random.nextInt(4) == 0,
                    "build",
                    any(SERVICES) + "#" + random.nextInt(9));
            String service = any(SERVICES);
            String environment = any(ENVIRONMENTS);
            open.add(new Open(entries.requested(service, environment, own), service, environment, false, own));
        }

        private void goOn() {
            if (open.isEmpty()) {
                return;
            }
            Open deploy = open.remove(random.nextInt(open.size()));
            String what = deploy.started || random.nextBoolean() ? any(ENDS) : "started";
            entries.next(what, deploy.id, deploy.service, deploy.environment, deploy.own);
            if (what.equals("started")) {
                open.add(new Open(deploy.id, deploy.service, deploy.environment, true, deploy.own));
            }
        }

        private void ruling() {
            entries.ruling(
                    any(List.of("review", "approval", "window")),
                    any(List.of("pass", "wait", "unknown", "refuse")),
                    any(SERVICES) + "#" + random.nextInt(9),
                    commit());
        }

        private void approval() {
            int request = random.nextInt(requests + 1);
            boolean isNew = request == requests;
            requests += isNew ? 1 : 0;
            String act = isNew ? "requested" : any(List.of("given", "refused", "withdrawn", "expired", "completed"));
            entries.ledger.append(
                    "approval." + act,
                    "acme/orders@" + commit() + " in production",
                    "build orders#1",
                    Map.of("request", "r" + request, "person", any(List.of("carol", "dave"))));
        }

        private void hold() {
            Map<String, ?> body = random.nextBoolean()
                    ? Map.of("environment", "production", "owner", "mia")
                    : Map.of("environment", "production", "service", any(SERVICES));
            entries.ledger.append(any(List.of("hold.placed", "hold.released")), "production", "user mia", body);
        }

        private void other() {
            String kind = any(List.of(
                    "breakglass.opened", "bypass.found", "share.created", "share.revoked", "deploy.noticed", "x.y"));
            int share = kind.equals("share.created") ? shares++ : random.nextInt(shares + 1);
            entries.ledger.append(
                    kind,
                    "acme/orders@" + commit() + " in production",
                    "user mia",
                    Map.of(
                            "share",
                            "s" + share,
                            "deploy",
                            1,
                            "expires",
                            "2026-12-01T00:00:00Z",
                            "announcer",
                            "calendar"));
        }
    }

    @Property(tries = 15)
    void rebuildingGivesWhatWasKeptUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int step)
            throws IOException, SQLException {
        Path folder = Files.createTempDirectory("projection");
        try {
            Happenings happenings = new Happenings(seed);
            Projection keptUp = Projection.open(folder.resolve("kept-up.db"), happenings.entries.ledger);
            for (int i = 0; i < 150; i++) {
                happenings.next();
                if (happenings.random.nextInt(3) == 0) {
                    keptUp.catchUp(step);
                }
                if (i == 70) {
                    keptUp = Projection.open(folder.resolve("kept-up.db"), happenings.entries.ledger);
                }
            }
            keptUp.catchUp();
            Projection.open(folder.resolve("at-once.db"), happenings.entries.ledger)
                    .catchUp();
            List<String> before = rows(folder.resolve("kept-up.db"));

            assertThat(rows(folder.resolve("at-once.db"))).isEqualTo(before);
            keptUp.rebuild();
            assertThat(rows(folder.resolve("kept-up.db"))).isEqualTo(before);
            assertThat(found(keptUp)).isNotEmpty().isEqualTo(everyDeploy(keptUp));
        } finally {
            delete(folder);
        }
    }

    private static List<Long> found(Projection projection) {
        DeployFilter filter = new DeployFilter(null, null, null, null, "返金 refund", null, null, null, null);
        return projection.deploys().find(filter, Scope.ALL, 1000).stream()
                .map(Deploy::id)
                .toList();
    }

    private static List<Long> everyDeploy(Projection projection) {
        return projection.deploys().find(DeployFilter.NONE, Scope.ALL, 1000).stream()
                .map(Deploy::id)
                .toList();
    }

    /** Every cell of every table. */
    private static List<String> rows(Path file) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            ResultSet names = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'"
                    + " AND name NOT LIKE 'deploy_text%' AND name NOT LIKE 'sqlite%' ORDER BY name");
            while (names.next()) {
                tables.add(names.getString(1));
            }
            for (String table : tables) {
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table);
                while (rows.next()) {
                    StringBuilder row = new StringBuilder(table);
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.append('|').append(rows.getString(i));
                    }
                    all.add(row.toString());
                }
            }
        }
        return all;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
