package io.jenkins.plugins.itgc.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An old ledger adds up to what it added up to when it was written. */
class OldProjectionTest {
    @TempDir
    Path folder;

    private SqliteLedger ledger;
    private Projection projection;

    @BeforeEach
    void project() throws IOException {
        ledger = OldLedger.open(folder.resolve("ledger"));
        projection = Projection.open(file(), ledger::entries);
        projection.catchUp();
    }

    private Path file() {
        return folder.resolve("projections.db");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** The columns are named here, so that a table may get others besides. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            job          | id, name
            deployer     | service, environment, job
            deploy       | id, service, environment, repository, commit_id, previous, rollback, build, job, started_by, seen_at, requested_at, started_at, finished_at, result, reason, body, ready_at, ready_by, lead_ms, failed, rework, undone_by, restore_ms, numbers
            deploy_person | person, deploy, role
            deploy_ticket | ticket, deploy
            noticed      | sequence, deploy, at, announcer, what, link
            ruling       | sequence, at, gate, decision, reason, repository, commit_id, environment, build, hash
            first_ruling | commit_id, at
            waiting      | build, gate, job, environment, repository, commit_id, since, sequence, decision, reason
            waited       | sequence, gate, build, job, environment, ended, took_ms
            approval     | request, sequence, at, subject, repository, commit_id, environment, service, build, job, state, until, body
            approval_act | sequence, request, act, at, person, account, channel, reason
            hold         | sequence, environment, service, owner, reason, placed_at, until, released_at, released_by
            exception    | sequence, at, kind, environment, service, repository, commit_id, person, what, link, subject
            share        | id, deploy, created_at, created_by, expires_at, revoked_at, revoked_by
            position     | sequence, hash, at
            """)
    void fillsTheTableAsBefore(String table, String columns) throws IOException, SQLException {
        OldLedger.requireRecordedText("projections/" + table + ".txt", dump(table, columns));
    }

    /** Sorted by its lines, since a table has no order. The account of an act was a column that nothing ever filled. */
    private String dump(String table, String columns) throws SQLException {
        List<String> lines = new ArrayList<>();
        int count = columns.split(",", -1).length;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + columns.replace(" account,", " NULL,") + " FROM " + table)) {
            while (rows.next()) {
                String[] cells = new String[count];
                for (int i = 0; i < count; i++) {
                    String cell = rows.getString(i + 1);
                    cells[i] = cell == null ? "NULL" : cell;
                }
                lines.add(String.join(" | ", cells));
            }
        }
        lines.sort(null);
        return columns + "\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void findsTheSameWords() throws IOException, SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, deploy_text, instance)");
            try (ResultSet rows = statement.executeQuery(
                    "SELECT term, group_concat(doc, ' ') FROM"
                            + " (SELECT DISTINCT term, doc FROM temp.vocabulary ORDER BY term, doc) GROUP BY term ORDER BY term")) {
                while (rows.next()) {
                    found.add(rows.getString(1) + ": " + rows.getString(2));
                }
            }
        }
        OldLedger.requireRecordedText("projections/words.txt", String.join("\n", found) + "\n");
    }

    @Test
    void tellsTheSameDeploys() throws IOException {
        Deploys deploys = projection.deploys();
        OldLedger.requireRecordedButForNothing("deploys/all", deploys.find(DeployFilter.NONE, Scope.ALL, 1000));
        OldLedger.requireRecordedButForNothing("deploys/open", deploys.open(Scope.ALL));
        OldLedger.requireRecordedButForNothing("deploys/current", deploys.current(Scope.ALL));
        OldLedger.requireRecorded("deploys/marks", deploys.marks(DeployFilter.NONE, Scope.ALL, 1000));
        Map<String, List<Long>> found = new TreeMap<>();
        for (String text : List.of("refund", "返金", "OPS-9", "kenji", "Hint", "81ec5dba54", "nothing")) {
            DeployFilter filter = new DeployFilter(null, null, null, null, null, text, null, null, null);
            found.put(
                    text,
                    deploys.find(filter, Scope.ALL, 1000).stream()
                            .map(Deploy::id)
                            .toList());
        }
        OldLedger.requireRecorded("deploys/found", found);
    }

    @Test
    void tellsTheSameOfApprovals() throws IOException {
        OldLedger.requireRecordedButForNothing(
                "approvals/open", projection.approvals().open(Scope.ALL, Instant.EPOCH));
        Map<String, Object> all = new TreeMap<>();
        for (Entry entry : ledger.entries(Set.of("approval.requested"), 0, 1000)) {
            String request = String.valueOf(entry.sequence());
            all.put(request, projection.approvals().byId(request, Scope.ALL).orElseThrow());
        }
        OldLedger.requireRecordedButForNothing("approvals/all", all);
    }

    @Test
    void tellsTheSameOfGates() throws IOException {
        OldLedger.requireRecorded("rulings/waiting", projection.rulings().waiting(Scope.ALL));
        Set<String> builds = new TreeSet<>();
        OldLedger.entries(ledger)
                .forEach(entry -> builds.add(new Actor(entry.actor()).build().orElse("")));
        Map<String, Object> all = new TreeMap<>();
        builds.forEach(build -> all.put(build, projection.rulings().ofBuild(build)));
        OldLedger.requireRecorded("rulings/of-builds", all);
    }

    @Test
    void tellsTheSameOfHoldsExceptionsAndLinks() throws IOException {
        Records records = projection.records();
        OldLedger.requireRecorded("records/holds", records.holds(Scope.ALL, OldLedger.CLOCK.instant()));
        OldLedger.requireRecorded("records/exceptions", records.exceptions(Scope.ALL, 1000));
        Map<String, Object> links = new TreeMap<>();
        Map<String, Object> notices = new TreeMap<>();
        for (Deploy deploy : projection.deploys().find(DeployFilter.NONE, Scope.ALL, 1000)) {
            links.put(String.valueOf(deploy.id()), records.shares(deploy.id()));
            notices.put(
                    String.valueOf(deploy.id()),
                    List.copyOf(records.notices(deploy.id()).values()));
        }
        OldLedger.requireRecorded("records/shares", links);
        OldLedger.requireRecorded("records/notices", notices);
    }

    @Test
    void countsTheSame() throws IOException {
        Map<String, Object> all = new TreeMap<>();
        for (String service : Arrays.asList(null, "orders", "checkout")) {
            Metrics.Span span = new Metrics.Span(
                    service, null, Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
            all.put(String.valueOf(service), projection.metrics().of(span, Scope.ALL));
        }
        OldLedger.requireRecorded("metrics", all);
    }

    @Test
    void tellsTheSameAfterItWasBuiltAgain() throws IOException, SQLException {
        String before = dump("deploy", "id, result, numbers");
        projection.rebuild();
        assertThat(dump("deploy", "id, result, numbers")).isEqualTo(before).hasLineCount(39);
    }
}
