package io.jenkins.plugins.itgc.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.event.MigrationBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.migration.Requirement.State;
import io.jenkins.plugins.itgc.migration.sql.Assertion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change passes when every target holds every migration that it brings, exactly as it was reviewed. */
class MigrationGateTest {
    private static final CommitId COMMIT = new CommitId("c".repeat(40));
    private static final CommitId BASE = new CommitId("b".repeat(40));
    private static final Change CHANGE = Change.ofProduction(
            new RepositoryId("acme", "orders"), COMMIT, new TreeId("7".repeat(40)), List.of(12), "production");
    private static final String V2 = "db/V2__note.sql";

    private final TurnedClock clock = new TurnedClock();
    private final Map<String, String> before =
            new HashMap<>(Map.of("db/V1__orders.sql", "blob1", "src/A.java", "blobA"));
    private final Map<String, String> after =
            new HashMap<>(Map.of("db/V1__orders.sql", "blob1", V2, "blob2", "src/A.java", "blobB"));
    private final Map<String, TargetState> states = new HashMap<>(Map.of("db1", holds("db1"), "db2", holds("db2")));
    private CommitId base = BASE;
    private Tool tool = Tool.FLYWAY;
    private String contact = "#dba";
    private boolean waits = true;
    private Scripts asked;
    private Coverage coverage = new Coverage(path -> path.endsWith(".sql"), List.of(policy()), List::of);

    private static MigrationPolicy of(String database, String files) {
        return new MigrationPolicy(database, Tool.SQL, List.of(files), null, List.of("db1"), "", true);
    }

    @Nested
    class AFileThatNoDatabaseAsksFor {
        private final Coverage own = new Coverage(path -> path.endsWith(".sql"), List.of(policy()), List::of);

        @Test
        void isRefusedThoughTheDatabaseHoldsTheRest() {
            after.put("stats/7.sql", "blob7");

            assertThat(decided())
                    .isInstanceOfSatisfying(Decision.Refuse.class, refused -> assertThat(refused.findings())
                            .extracting(finding -> finding.problem().english())
                            .containsExactly("No database of the service asks for the migration stats/7.sql."));
        }

        @Test
        void isRefusedThoughTheChangeHasNothingForTheDatabase() {
            after.remove(V2);
            after.put("stats/7.sql", "blob7");

            assertThat(decided()).isInstanceOf(Decision.Refuse.class);
        }

        @Test
        void isRefusedWhenItIsEditedOrMoved() {
            before.put("stats/6.sql", "blob6");
            after.put("stats/7.sql", "blob6");
            assertThat(decided()).isInstanceOf(Decision.Refuse.class);

            after.remove("stats/7.sql");
            after.put("stats/6.sql", "other");
            assertThat(decided()).isInstanceOf(Decision.Refuse.class);
        }

        @Test
        void isLeftAloneWhenItIsAsItWasOrIsDeleted() {
            before.put("stats/6.sql", "blob6");
            assertThat(decided()).as("deleted").isInstanceOf(Decision.Pass.class);

            after.put("stats/6.sql", "blob6");
            assertThat(decided()).as("as it was").isInstanceOf(Decision.Pass.class);
        }

        @Test
        void isCoveredByAnotherDatabaseOfTheService() {
            after.put("stats/7.sql", "blob7");
            coverage = new Coverage(own.needsMigration(), List.of(policy(), of("stats", "stats/**")), own.others());

            assertThat(decided()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void isCoveredByTheDatabaseOfAnotherServiceOfTheRepository() {
            after.put("billing/7.sql", "blob7");
            after.put("stats/7.sql", "blob7");
            coverage = new Coverage(own.needsMigration(), own.own(), () -> List.of(of("billing", "billing/**")));

            assertThat(decided())
                    .isInstanceOfSatisfying(Decision.Refuse.class, refused -> assertThat(refused.findings())
                            .extracting(Finding::subject)
                            .containsExactly("stats/7.sql"));
        }

        @Test
        void stopsNothingWhenThePolicyDoesNotCallItAMigration() {
            after.put("test/data.sql", "blob7");
            coverage = new Coverage(path -> path.startsWith("db/"), own.own(), own.others());

            assertThat(decided()).isInstanceOf(Decision.Pass.class);
        }
    }

    private static TargetState holds(String target) {
        return state(target, Requirement.applied(Message.text(V2)));
    }

    private static TargetState state(String target, Requirement... requirements) {
        return new TargetState(target, List.of(requirements), null, List.of());
    }

    private static Requirement open(State state) {
        return new Requirement(Message.text(V2), state, Message.of("migration.requirement.not-there"));
    }

    private MigrationPolicy policy() {
        return new MigrationPolicy(
                "orders",
                tool,
                List.of("db/*.sql"),
                tool == Tool.VERSION_TABLE ? "schema_migrations.version" : null,
                List.of("db1", "db2"),
                contact,
                waits);
    }

    private MigrationGate gate() {
        RepositoryFiles repository = new RepositoryFiles() {
            @Override
            public Compared compared() {
                return new Compared(CHANGE, base);
            }

            @Override
            public Map<String, String> at(CommitId commit) {
                return commit.equals(COMMIT) ? after : before;
            }

            @Override
            public byte[] content(String blob) {
                return ("content of " + blob).getBytes(StandardCharsets.UTF_8);
            }
        };
        Targets targets = (policy, scripts) -> {
            asked = scripts;
            return policy.targets().stream()
                    .map(states::get)
                    .filter(Objects::nonNull)
                    .toList();
        };
        return new MigrationGate(CHANGE, policy(), new MigrationReader(policy(), coverage, repository, targets));
    }

    private Gate.Judgement<MigrationEvidence> judged() {
        try {
            return gate().rule(clock);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Decision decided() {
        return judged().ruling().decision();
    }

    private List<Finding> findings() {
        return judged().ruling().explanation().allFindings();
    }

    private void refuses(String code) {
        assertThat(decided()).isInstanceOf(Decision.Refuse.class);
        assertThat(findings()).extracting(Finding::code).contains(code);
    }

    @Nested
    class Passes {
        @Test
        void whatEveryTargetHolds() {
            assertThat(decided()).isInstanceOfSatisfying(Decision.Pass.class, pass -> assertThat(pass.reason())
                    .isEqualTo("All 2 targets hold the migration of the change."));
            assertThat(judged().ruling().gate()).isEqualTo("migration");
        }

        @Test
        void aChangeWithoutMigrationsAndAsksNoDatabase() {
            after.remove(V2);

            assertThat(decided()).isInstanceOfSatisfying(Decision.Pass.class, pass -> assertThat(pass.reason())
                    .contains("orders"));
            assertThat(asked).isNull();
        }

        @Test
        void targetsWithAWarningAndSaysIt() {
            states.put(
                    "db1",
                    new TargetState(
                            "db1",
                            List.of(Requirement.applied(Message.text(V2))),
                            null,
                            List.of(Message.text("Too many rights."))));

            assertThat(decided()).isInstanceOf(Decision.Pass.class);
            assertThat(judged().ruling().explanation().children().toString()).contains("Too many rights.");
            states.put("db1", holds("db1"));
            assertThat(judged().ruling().explanation().children().toString()).doesNotContain("Too many rights.");
        }

        @Test
        void anEditedRepeatableScriptOfFlyway() {
            before.put("db/R__views.sql", "old");
            after.put("db/R__views.sql", "new");

            assertThat(decided()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void anEditedChangeLogOfLiquibase() {
            tool = Tool.LIQUIBASE;
            after.put("db/V1__orders.sql", "edited");

            assertThat(decided()).isInstanceOf(Decision.Pass.class);
        }
    }

    @Nested
    class Blocks {
        @Test
        void waitsWhileAMigrationIsMissing() {
            states.put("db2", state("db2", open(State.MISSING)));

            assertThat(decided()).isInstanceOfSatisfying(Decision.Wait.class, wait -> {
                assertThat(wait.recheckAt()).isEqualTo(clock.instant().plusSeconds(30));
                assertThat(wait.wakeOn()).containsExactly(new Topic("migration:orders"));
                assertThat(wait.reason()).isEqualTo("db2: db/V2__note.sql. It is not there.");
            });
            assertThat(findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("migration.missing");
                assertThat(finding.next()).contains("#dba");
            });
        }

        @ParameterizedTest
        @CsvSource({
            "MISSING, db2: sql/1.sql:3 テーブル orders の削除(未適用)。存在しません。, db2 への適用を #dba に依頼してください。",
            "WRONG, db2: sql/1.sql:3 テーブル orders の削除(不一致)。存在しません。, 'db2 の修復を #dba に依頼するか、新しいマイグレーションを追加してください。'",
            "UNKNOWN, db2: sql/1.sql:3 テーブル orders の削除(判定不能)。存在しません。,"
                    + " '手作業で確認するか、成り立つべき条件を「-- itgc:expect SELECT ...」で記述してください。'",
        })
        void saysToAReaderOfJapaneseNoEnglishSentence(State state, String what, String next) {
            Message dropped = new Assertion.Relation(3, "orders", false, false).what();
            Message inScript = Message.of("migration.requirement.in-script", "sql/1.sql", 3, dropped);
            states.put(
                    "db2",
                    state("db2", new Requirement(inScript, state, open(state).why())));

            Ruling ruling = judged().ruling();
            assertThat(ruling.explanation().allFindings()).singleElement().satisfies(finding -> {
                assertThat(finding.what(Locale.JAPAN)).isEqualTo(what);
                assertThat(finding.next(Locale.JAPAN)).isEqualTo(next);
            });
            assertThat(ruling.explanation().children().get(2).reason().in(Locale.JAPAN))
                    .isEqualTo("db2 では 1 件中 0 件が適用済みです。最初の未適用: sql/1.sql:3 テーブル orders の削除");
        }

        @Test
        void aRequirementHasAReasonExactlyWhenItDoesNotHold() {
            Message what = Message.text(V2);
            Message why = Message.text("No.");
            assertThat(Requirement.applied(what).why()).isNull();
            assertThatIllegalArgumentException().isThrownBy(() -> new Requirement(what, State.APPLIED, why));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Requirement(what, State.MISSING, null))
                    .withMessageContaining("MISSING");
            assertThat(List.of(
                            Requirement.missing(what, why),
                            Requirement.wrong(what, why),
                            Requirement.unknown(what, why)))
                    .containsExactly(
                            new Requirement(what, State.MISSING, why),
                            new Requirement(what, State.WRONG, why),
                            new Requirement(what, State.UNKNOWN, why));
        }

        @Test
        void refusesAtOnceWhereThePolicySaysSo() {
            waits = false;
            states.put("db2", state("db2", open(State.MISSING)));

            refuses("migration.missing");
        }

        @Test
        void refusesWhatIsThereInAnotherForm() {
            states.put("db2", state("db2", open(State.WRONG)));

            refuses("migration.wrong");
        }

        @Test
        void doesNotPassWhatCannotBeJudged() {
            states.put("db2", state("db2", open(State.UNKNOWN)));

            assertThat(decided())
                    .isInstanceOfSatisfying(Decision.Unknown.class, unknown -> assertThat(unknown.retryAt())
                            .as("a statement that cannot be judged stays so")
                            .isNull());
            assertThat(findings()).extracting(Finding::code).containsExactly("migration.unknown");
        }

        @Test
        void doesNotPassATargetThatCannotBeAskedAndAsksItAgainSoon() {
            states.put("db2", TargetState.unreachable("db2", Message.text("It does not answer.")));

            assertThat(decided())
                    .isInstanceOfSatisfying(Decision.Unknown.class, unknown -> assertThat(unknown.retryAt())
                            .isEqualTo(clock.instant().plus(Duration.ofSeconds(30))));
            assertThat(findings()).extracting(Finding::code).containsExactly("migration.unreachable");
        }

        @Test
        void doesNotPassWhenNotEveryTargetWasAsked() {
            states.remove("db2");

            assertThat(decided()).isInstanceOf(Decision.Unknown.class);
            assertThat(findings()).extracting(Finding::code).containsExactly("migration.not-all-asked");
        }

        @Test
        void doesNotTakeATargetThatWasAskedTwiceForTwo() {
            states.put("db2", holds("db1"));

            assertThat(decided()).isInstanceOf(Decision.Unknown.class);
            assertThat(findings()).extracting(Finding::code).containsExactly("migration.not-all-asked");
        }

        @ParameterizedTest
        @EnumSource(names = {"FLYWAY", "VERSION_TABLE", "SQL"})
        void refusesAnEditOfWhatWasThereBefore(Tool with) {
            tool = with;
            after.put("db/V1__orders.sql", "edited");

            refuses("migration.edited");
        }

        @ParameterizedTest
        @EnumSource(names = {"VERSION_TABLE", "SQL"})
        void refusesAnEditOfARepeatableScriptForOtherToolsThanFlyway(Tool with) {
            tool = with;
            before.put("db/R__views.sql", "old");
            after.put("db/R__views.sql", "new");

            refuses("migration.edited");
        }

        @ParameterizedTest
        @EnumSource
        void refusesThatAMigrationGoesAway(Tool with) {
            tool = with;
            after.remove("db/V1__orders.sql");

            refuses("migration.removed");
        }

        @ParameterizedTest
        @EnumSource
        void refusesThatAMigrationGetsAnotherName(Tool with) {
            tool = with;
            after.remove("db/V1__orders.sql");
            after.put("db/V9__orders.sql", "blob1");

            refuses("migration.renamed");
            assertThat(findings()).first().satisfies(finding -> {
                assertThat(finding.subject()).isEqualTo("db/V1__orders.sql");
                assertThat(finding.what()).contains("db/V9__orders.sql");
            });
        }

        @Test
        void isAsBadAsItsWorstTarget() {
            states.put("db1", state("db1", open(State.MISSING), open(State.UNKNOWN)));
            assertThat(decided()).isInstanceOf(Decision.Unknown.class);

            states.put(
                    "db2",
                    state("db2", open(State.MISSING), open(State.WRONG), Requirement.applied(Message.text("x"))));
            assertThat(decided()).isInstanceOf(Decision.Refuse.class);
        }

        @Test
        void tellsHowMuchATargetLacksAndTwentyFindingsOfIt() {
            Requirement[] missing = IntStream.range(0, 30)
                    .mapToObj(n -> n < 5
                            ? Requirement.applied(Message.text("file " + n))
                            : Requirement.missing(Message.text("file " + n), Message.text("No.")))
                    .toArray(Requirement[]::new);
            states.put("db1", state("db1", missing));

            assertThat(judged().ruling().explanation().children())
                    .filteredOn(rule -> rule.outcome().blocks())
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(rule.summary()).contains("db1", "file 5").containsPattern("\\b5 of 30\\b");
                        assertThat(rule.findings()).hasSize(20);
                    });
        }

        @Test
        void namesSomebodyWhereNoContactIsConfigured() {
            contact = "";
            states.put("db2", state("db2", open(State.MISSING)));

            assertThat(findings().get(0).next()).isNotBlank().doesNotContain("#dba");
        }
    }

    @Nested
    class Reads {
        @Test
        void everyMigrationWhenNothingWasDeployedBefore() {
            base = null;

            assertThat(judged().evidence().files())
                    .extracting(ChangedFile::path)
                    .containsExactly("db/V1__orders.sql", V2);
            assertThat(judged().evidence().base()).isNull();
        }

        @Test
        void onlyTheMigrationsOfItsDatabaseAndGivesTheTargetsAllFiles() throws Exception {
            assertThat(judged().evidence().files())
                    .containsExactly(new ChangedFile(V2, ChangedFile.Kind.ADDED, null, "blob2"));
            assertThat(asked.changed()).isEqualTo(judged().evidence().files());
            assertThat(asked.paths()).containsExactlyInAnyOrderElementsOf(after.keySet());
            assertThat(new String(asked.content(V2), StandardCharsets.UTF_8)).isEqualTo("content of blob2");
            assertThatIllegalArgumentException().isThrownBy(() -> asked.content("nowhere.sql"));
        }

        @Test
        void theNameOfAFileWithoutItsFolders() {
            assertThat(new ChangedFile("db/more/V2__note.sql", ChangedFile.Kind.ADDED, null, "b").name())
                    .isEqualTo("V2__note.sql");
            assertThat(new ChangedFile("V2__note.sql", ChangedFile.Kind.ADDED, null, "b").name())
                    .isEqualTo("V2__note.sql");
        }
    }

    @Nested
    class APassRests {
        private List<String> changedBy(Runnable change) {
            Grounds then = Grounds.of(gate().restsOn(judged().evidence()));
            change.run();
            return List.copyOf(Grounds.of(gate().restsOn(judged().evidence())).changedSince(then));
        }

        @Test
        void onTheCommitAndEveryMigration() {
            assertThat(gate().restsOn(judged().evidence()))
                    .containsOnlyKeys(Ground.the(Ground.Part.COMMIT), new Ground(Ground.Part.MIGRATION, V2));
            assertThat(changedBy(() -> after.put(V2, "other"))).containsExactly("migration " + V2);
            assertThat(changedBy(() -> after.put("db/V3.sql", "three"))).containsExactly("migration db/V3.sql");
        }

        @Test
        void onNothingThatTheDatabasesHold() {
            assertThat(changedBy(() -> states.put("db1", state("db1", open(State.MISSING)))))
                    .isEmpty();
        }
    }

    @Nested
    class Policies {
        @ParameterizedTest
        @CsvSource({
            "db/V1.sql, true",
            "db/more/V1.sql, false",
            "other/V1.sql, false",
            "db/V1.txt, false",
        })
        void concernTheFilesOfTheirGlobs(String path, boolean concerned) {
            assertThat(policy().concerns(path)).isEqualTo(concerned);
        }

        @Test
        void concernWhatCannotEvenBeAPath() {
            assertThat(policy().concerns("db\0/x.txt")).isTrue();
        }

        @Test
        void askForSomethingSomewhere() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new MigrationPolicy("orders", Tool.SQL, List.of(), null, List.of("db1"), "", true));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MigrationPolicy("orders", Tool.SQL, List.of("*"), null, List.of(), "", true));
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new MigrationPolicy("orders", Tool.SQL, List.of("*["), null, List.of("db1"), "", true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "version", "a.b c", "schema_migrations.version; DROP TABLE a"})
        void nameTheColumnOfTheirVersions(String column) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MigrationPolicy(
                            "orders", Tool.VERSION_TABLE, List.of("*"), column, List.of("db1"), "", true))
                    .withMessageContaining("schema_migrations.version");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MigrationPolicy(
                            "orders", Tool.VERSION_TABLE, List.of("*"), null, List.of("db1"), "", true));
            assertThat(new MigrationPolicy("orders", Tool.SQL, List.of("*"), column, List.of("db1"), "", true).tool())
                    .as("other tools have no such column")
                    .isEqualTo(Tool.SQL);
        }
    }

    @Nested
    class InTheLedger {
        @Test
        void standsEverythingItWasJudgedOn() throws Exception {
            List<Requirement> both =
                    List.of(open(State.MISSING), Requirement.applied(Message.text("db/V1__orders.sql")));
            states.put("db1", new TargetState("db1", both, null, List.of(Message.text("Too many rights."))));
            states.put("db2", TargetState.unreachable("db2", Message.text("It does not answer.")));
            after.remove("db/V1__orders.sql");
            after.put("db/V9__orders.sql", "blob1");

            RulingBody<MigrationBody.Policy, MigrationBody.Evidence> body = MigrationWire.event(
                            judged(), policy(), "orders", Map.of("commit", "1:aa"))
                    .body();

            assertThat(CanonicalJson.of(body.evidence())).isEqualTo(CanonicalJson.of(new JsonMapper().readTree("""
                            {"base": {"sha": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"},
                             "change": {
                               "commit": {"sha": "cccccccccccccccccccccccccccccccccccccccc"},
                               "environment": "production",
                               "pullRequests": [12],
                               "repository": {"name": "orders", "owner": "acme"},
                               "tree": {"sha": "7777777777777777777777777777777777777777"}},
                             "files": [
                               {"blob": "blob2", "kind": "ADDED", "path": "db/V2__note.sql", "previousPath": null},
                               {"blob": "blob1", "kind": "RENAMED", "path": "db/V9__orders.sql",
                                "previousPath": "db/V1__orders.sql"}],
                             "targets": [
                               {"requirements": [
                                  {"detail": "It is not there.",
                                   "name": {"arguments": ["db/V2__note.sql"], "code": "gate.text"},
                                   "reason": {"arguments": [], "code": "migration.requirement.not-there"},
                                   "state": "MISSING", "what": "db/V2__note.sql"},
                                  {"detail": "",
                                   "name": {"arguments": ["db/V1__orders.sql"], "code": "gate.text"},
                                   "state": "APPLIED", "what": "db/V1__orders.sql"}],
                                "target": "db1", "unreachable": null, "warnings": ["Too many rights."],
                                "advice": [{"arguments": ["Too many rights."], "code": "gate.text"}]},
                               {"requirements": [], "target": "db2", "unreachable": "It does not answer.",
                                "reason": {"arguments": ["It does not answer."], "code": "gate.text"},
                                "warnings": []}]}""")));
            assertThat(CanonicalJson.of(body.policy())).isEqualTo(CanonicalJson.of(new JsonMapper().readTree("""
                            {"contact": "#dba", "database": "orders", "files": ["db/*.sql"],
                             "targets": ["db1", "db2"], "tool": "FLYWAY", "versionTable": null, "waits": true}""")));
            assertThat(body.grounds()).isEqualTo(Map.of("commit", "1:aa"));
            assertThat(body.service()).isEqualTo("orders");
        }

        private static MigrationBody.Requirement kept(String json) throws Exception {
            return new JsonMapper().readValue(json, MigrationBody.Requirement.class);
        }

        @ParameterizedTest
        @EnumSource
        void standWhatIsRequiredAndWhyItDoesNotHoldAsTheyWere(State state) throws Exception {
            Message what = Message.of("migration.requirement.in-script", "sql/1.sql", 3, Message.text("x"));
            Message why = Message.of("migration.requirement.other-type", "varchar(10)");
            Requirement requirement = new Requirement(what, state, state == State.APPLIED ? null : why);

            String json = CanonicalJson.of(MigrationWire.requirement(requirement));

            assertThat(MigrationWire.requirement(kept(json))).isEqualTo(requirement);
        }

        /** Entries of before hold the sentences alone: they are shown as they are, and written again they stay what they were. */
        @Test
        void staysWhatStoodThereInEnglishAlone() throws Exception {
            String missing = """
                    {"detail":"It is not there.","state":"MISSING","what":"sql/1.sql:3 table orders"}""";
            String applied = """
                    {"detail":"","state":"APPLIED","what":"sql/1.sql:3 table orders"}""";

            assertThat(CanonicalJson.of(kept(missing))).isEqualTo(missing);
            assertThat(CanonicalJson.of(kept(applied))).isEqualTo(applied);
            assertThat(MigrationWire.requirement(kept(missing)))
                    .isEqualTo(Requirement.missing(
                            Message.text("sql/1.sql:3 table orders"), Message.text("It is not there.")));
            assertThat(MigrationWire.requirement(kept(applied)))
                    .isEqualTo(Requirement.applied(Message.text("sql/1.sql:3 table orders")));
        }

        @Test
        void standsThatNothingCouldBeRead() {
            Explanation unread = Explanation.unknown(
                    Message.text("evidence"), Finding.of("migration.unreachable", "db1", null, "db1", "No."));
            Decision unknown = new Decision.Unknown(Message.text("No."), null);
            Ruling ruling = new Ruling("migration", CHANGE, unknown, unread);

            assertThat(MigrationWire.event(new Gate.Judgement<>(ruling, null), policy(), null, Map.of())
                            .body()
                            .evidence())
                    .isNull();
        }
    }
}
