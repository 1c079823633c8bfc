package io.jenkins.plugins.itgc.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.migration.sql.Assertion.Undetermined;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database must hold after a script ran, statement by statement, and where nobody can tell. */
class WhatScriptsLeaveTest {
    /** Each assertion as line and text; what cannot be told with its reason. */
    private static List<String> leaves(String... lines) {
        return leaves(Locale.ENGLISH, lines);
    }

    private static List<String> leaves(Locale language, String... lines) {
        return ScriptAssertions.of(String.join("\n", lines)).stream()
                .map(assertion -> assertion.line() + " "
                        + (assertion instanceof Undetermined no
                                ? "? " + no.why().in(language)
                                : assertion.what().in(language)))
                .toList();
    }

    private static void cannotTell(String script) {
        assertThat(ScriptAssertions.of(script)).as(script).hasOnlyElementsOfType(Undetermined.class);
    }

    @Nested
    class Tables {
        @Test
        void haveTheirColumnsTypesNullsIndexesAndConstraints() {
            assertThat(leaves(
                            "CREATE TABLE app.orders (",
                            "  id BIGINT PRIMARY KEY,",
                            "  note VARCHAR (20),",
                            "  total DECIMAL (9, 2) NOT NULL,",
                            "  CONSTRAINT one_note UNIQUE (note),",
                            "  CONSTRAINT positive CHECK (total > 0),",
                            "  INDEX by_total (total)",
                            ");"))
                    .containsExactly(
                            "1 table app.orders",
                            "1 column app.orders.id BIGINT",
                            "1 column app.orders.note VARCHAR (20) null",
                            "1 column app.orders.total DECIMAL (9, 2) not null",
                            "1 constraint one_note of app.orders",
                            "1 constraint positive of app.orders",
                            "1 index by_total of app.orders");
        }

        @Test
        void anIndexThatTheDatabaseNamesCannotBeAskedFor() {
            assertThat(leaves("CREATE INDEX ON a (id);"))
                    .containsExactly("1 ? An index without a name is named by the database, so nobody can ask for it.");
        }

        @Test
        void needNoNameForTheirPrimaryKeyButForEveryOtherConstraint() {
            assertThat(leaves("CREATE TABLE a (id INT, PRIMARY KEY (id));"))
                    .containsExactly("1 table a", "1 column a.id INT null");
            assertThat(leaves("CREATE TABLE a (id INT, UNIQUE (id));"))
                    .containsExactly(
                            "1 table a", "1 column a.id INT null", "1 ? A constraint of a has no name to ask for.");
        }

        @Test
        void needANameForWhatAColumnAddsToTypeAndNullsToo() {
            assertThat(leaves("CREATE TABLE a (id INT unique, n INT CONSTRAINT c CHECK (n > 0) REFERENCES b (id));"))
                    .containsExactly(
                            "1 table a",
                            "1 column a.id INT null",
                            "1 ? A constraint of a has no name to ask for.",
                            "1 column a.n INT null",
                            "1 constraint c of a",
                            "1 ? A constraint of a has no name to ask for.");
            assertThat(leaves("CREATE TABLE a (n INT NULL UNIQUE);"))
                    .containsExactly(
                            "1 table a", "1 column a.n INT null", "1 ? A constraint of a has no name to ask for.");
            assertThat(leaves(
                            "ALTER TABLE a ADD COLUMN n INT REFERENCES b (id);",
                            "ALTER TABLE a MODIFY COLUMN m INT UNIQUE;"))
                    .containsExactly(
                            "1 column a.n INT null",
                            "1 ? A constraint of a has no name to ask for.",
                            "2 column a.m INT null",
                            "2 ? A constraint of a has no name to ask for.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"CREATE TABLE a AS SELECT id FROM b;", "CREATE TABLE a LIKE b;"})
        void madeFromOthersAreThereWithWhoKnowsWhat(String script) {
            assertThat(leaves(script))
                    .containsExactly(
                            "1 table a", "1 ? What a table holds that is made from another one is not judged.");
        }

        @Test
        void thatAreDroppedAreGoneWithAllThatWasSaidOfThem() {
            assertThat(leaves(
                            "CREATE TABLE a (id INT);",
                            "CREATE INDEX i ON a (id);",
                            "INSERT INTO a (id) VALUES (1);",
                            "CREATE TABLE b (id INT);",
                            "DROP TABLE A;"))
                    .containsExactly("4 table b", "4 column b.id INT null", "5 table A gone");
        }

        @Test
        void thatAreDroppedTogetherAreAllGone() {
            assertThat(leaves("DROP TABLE a, b;", "DROP VIEW v, w;", "DROP INDEX i, j;"))
                    .containsExactly(
                            "1 table a gone",
                            "1 table b gone",
                            "2 view v gone",
                            "2 view w gone",
                            "3 index i gone",
                            "3 index j gone");
        }

        @Test
        void thatAreMadeAgainAreThere() {
            assertThat(leaves("DROP TABLE a;", "CREATE TABLE a (id INT);"))
                    .containsExactly("2 table a", "2 column a.id INT null");
        }

        @Test
        void keepTheirColumnsWhenTheyAreMadeOnlyIfTheyAreNotThere() {
            assertThat(leaves("ALTER TABLE a ADD COLUMN x INT;", "CREATE TABLE IF NOT EXISTS a (id INT);"))
                    .contains("1 column a.x INT null", "2 table a");
        }
    }

    @Nested
    class InJapanese {
        @Test
        void isSaidWhatMustHold() {
            assertThat(leaves(
                            Locale.JAPAN,
                            "CREATE TABLE a (id INT PRIMARY KEY, n INT NOT NULL, m TEXT, CONSTRAINT c CHECK (n > 0));",
                            "CREATE INDEX i ON a (n);",
                            "INSERT INTO a (id, n) VALUES (1, 2);",
                            "CREATE VIEW v AS SELECT n FROM a;"))
                    .containsExactly(
                            "1 テーブル a",
                            "1 列 a.id INT",
                            "1 NOT NULL の列 a.n INT",
                            "1 NULL 可の列 a.m TEXT",
                            "1 テーブル a の制約 c",
                            "2 テーブル a のインデックス i",
                            "3 テーブル a の行 {id=1, n=2}",
                            "4 ビュー v");
        }

        @Test
        void isSaidWhatMustBeGone() {
            assertThat(leaves(
                            Locale.JAPAN,
                            "DROP TABLE a;",
                            "DROP INDEX i;",
                            "ALTER TABLE b DROP COLUMN x;",
                            "DELETE FROM b WHERE id = 1;"))
                    .containsExactly("1 テーブル a の削除", "2 インデックス i の削除", "3 列 b.x の削除", "4 テーブル b の行 {id=1} の削除");
        }

        @Test
        void isSaidWhyNobodyCanTell() {
            assertThat(leaves(
                            Locale.JAPAN,
                            "UPDATE a SET n = n + 1;",
                            "GRANT SELECT ON a TO b;",
                            "ALTER TABLE a ADD UNIQUE (n);",
                            "-- itgc:expect DELETE FROM a"))
                    .containsExactly(
                            "1 ? 結果の行は、値がリテラルで書かれている場合だけ判定できます。itgc:expect で条件を記述してください。",
                            "2 ? この種類の SQL 文は判定の対象外です。",
                            "3 ? テーブル a の制約に名前がないため、確認できません。",
                            "4 ? itgc:expect の内容が SELECT ではありません。");
        }

        @Test
        void isSaidWithoutATableWhereTheScriptNamesNone() {
            Assertion index = new Assertion.Named(1, "", "i", true, true);
            Assertion constraint = new Assertion.Named(1, "", "c", false, true);
            assertThat(List.of(index.what().english(), constraint.what().english()))
                    .containsExactly("index i", "constraint c");
            assertThat(List.of(index.what().in(Locale.JAPAN), constraint.what().in(Locale.JAPAN)))
                    .containsExactly("インデックス i", "制約 c");
        }

        @Test
        void isSaidOnWhichLineAStatementStands() {
            assertThat(ScriptAssertions.of("\nVACUUM;")).singleElement().satisfies(assertion -> assertThat(
                            assertion.what().in(Locale.JAPAN))
                    .isEqualTo("2 行目の SQL 文"));
        }
    }

    @Nested
    class Columns {
        @Test
        void areAddedWithTypeAndNulls() {
            assertThat(leaves("ALTER TABLE a ADD COLUMN x INT NOT NULL, ADD COLUMN y TEXT;"))
                    .containsExactly("1 column a.x INT not null", "1 column a.y TEXT null");
        }

        @Test
        void areGoneWhenDropped() {
            assertThat(leaves("ALTER TABLE a ADD COLUMN x INT, ADD COLUMN y INT;", "ALTER TABLE a DROP COLUMN X;"))
                    .containsExactly("1 column a.y INT null", "2 column a.X gone");
        }

        @Test
        void ofAnotherTableStay() {
            assertThat(leaves("ALTER TABLE b ADD COLUMN x INT;", "ALTER TABLE a DROP COLUMN x;"))
                    .containsExactly("1 column b.x INT null", "2 column a.x gone");
        }

        @Test
        void thatGetAnotherTypeMayTakeNullsOrNot() {
            assertThat(leaves("ALTER TABLE a ALTER COLUMN x TYPE BIGINT;")).containsExactly("1 column a.x BIGINT");
        }

        @Test
        void thatAreModifiedAreSaidAnew() {
            assertThat(leaves("ALTER TABLE a MODIFY COLUMN x BIGINT NOT NULL;"))
                    .containsExactly("1 column a.x BIGINT not null");
        }

        @Test
        void thatTakeNullsOrNoLongerTakeThemMayHaveAnyType() {
            assertThat(leaves("ALTER TABLE a ALTER COLUMN x SET NOT NULL;")).containsExactly("1 column a.x not null");
            assertThat(leaves("ALTER TABLE a ALTER COLUMN x DROP NOT NULL;")).containsExactly("1 column a.x null");
        }

        @Test
        void thatAreRenamedByChangeAreGoneUnderTheirOldName() {
            assertThat(leaves("ALTER TABLE a CHANGE COLUMN x y BIGINT NOT NULL;"))
                    .containsExactly("1 column a.y BIGINT not null", "1 column a.x gone");
            assertThat(leaves("ALTER TABLE a CHANGE COLUMN x X BIGINT;")).containsExactly("1 column a.X BIGINT null");
        }
    }

    @Nested
    class NamedThings {
        @Test
        void areThereOnceTheyAreAdded() {
            assertThat(leaves(
                            "ALTER TABLE a ADD CONSTRAINT c UNIQUE (x);",
                            "ALTER TABLE a ADD INDEX i (x);",
                            "CREATE UNIQUE INDEX u ON a (x);",
                            "CREATE VIEW v AS SELECT x FROM a;"))
                    .containsExactly("1 constraint c of a", "2 index i of a", "3 index u of a", "4 view v");
        }

        @Test
        void areGoneOnceTheyAreDropped() {
            assertThat(leaves("ALTER TABLE a DROP CONSTRAINT c;", "DROP INDEX i;", "DROP VIEW v;"))
                    .containsExactly("1 constraint c of a gone", "2 index i gone", "3 view v gone");
        }

        @Test
        void ofOneNameButAnotherKindAreDifferent() {
            assertThat(leaves("CREATE INDEX i ON a (x);", "ALTER TABLE a DROP CONSTRAINT i;", "DROP INDEX I;"))
                    .containsExactly("2 constraint i of a gone", "3 index I gone");
        }

        @Test
        void outliveTheirDroppedNamesakes() {
            assertThat(leaves("CREATE INDEX i ON a (x);", "DROP INDEX j;"))
                    .containsExactly("1 index i of a", "2 index j gone");
        }
    }

    @Nested
    class Rows {
        @Test
        void areThereWithTheValuesTheyWereInsertedWith() {
            assertThat(leaves("INSERT INTO a (id, note) VALUES (1, 'it''s'), (-2, NULL), (+3.5, TRUE);"))
                    .containsExactly(
                            "1 row of a with {id=1, note='it''s'}",
                            "1 row of a with {id=-2, note=NULL}",
                            "1 row of a with {id=+3.5, note=true}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "INSERT INTO a VALUES (1);",
                    "INSERT INTO a (id) SELECT id FROM b;",
                    "INSERT INTO a (id) VALUES (next_id());",
                    "INSERT INTO a (id) VALUES (1), (next_id());",
                    "INSERT INTO a (id) VALUES (-(next_id()));",
                    "INSERT INTO a (id, note) VALUES (1);",
                    "UPDATE a SET n = n + 1 WHERE id = 1;",
                    "UPDATE a SET n = 1;",
                    "UPDATE a SET n = 1 WHERE id > 1;",
                    "UPDATE a SET n = 1 WHERE id = 1 OR id = 2;",
                    "UPDATE a SET n = 1 WHERE lower(x) = 'y';",
                    "DELETE FROM a;",
                    "DELETE FROM a WHERE id = other;",
                    "DELETE FROM a USING b WHERE id = 1;",
                    "DELETE a, b FROM a JOIN b ON a.id = b.id WHERE a.id = 1;",
                    "DELETE a FROM a JOIN b ON a.id = b.id WHERE a.id = 1;",
                    "UPDATE a, b SET a.n = 1, b.n = 2 WHERE a.id = 1;",
                    "UPDATE a JOIN b ON a.id = b.id SET a.n = 1 WHERE a.id = 1;",
                    "UPDATE a SET n = 1 FROM b WHERE a.id = 1;",
                    "WITH q AS (SELECT 1) INSERT IGNORE INTO a (id) VALUES (1);",
                    "INSERT INTO a (id) WITH q AS (SELECT 1) VALUES (1);",
                    "WITH q AS (SELECT 1) UPDATE a AS t SET n = 1 WHERE t.id = 1;"
                })
        void areUnknownWhenNoLiteralsTellThem(String script) {
            assertThat(leaves(script))
                    .containsExactly(
                            "1 ? Which rows that leaves is told only when they are given by literal values; state it with itgc:expect.");
        }

        @Test
        void haveTheirNewValuesAfterAnUpdate() {
            assertThat(leaves(
                            "INSERT INTO a (id, n, note) VALUES (1, 1, 'x');",
                            "INSERT INTO a (id, n, note) VALUES (2, 1, 'y');",
                            "UPDATE A SET n = 5 WHERE id = 1;"))
                    .containsExactly("2 row of a with {id=2, n=1, note='y'}", "3 row of A with {id=1, n=5, note='x'}");
        }

        @Test
        void areTellableByAllThatAnUpdateNames() {
            assertThat(leaves("UPDATE a SET n = 5, m = 'z' WHERE id = 1 AND k = 'x';"))
                    .containsExactly("1 row of a with {id=1, k='x', m='z', n=5}");
        }

        @Test
        void thatAnUpdateMayOrMayNotHaveMetAreNotAskedFor() {
            assertThat(leaves("INSERT INTO a (id, n) VALUES (1, 1);", "UPDATE a SET n = 5 WHERE kind = 'x';"))
                    .containsExactly("2 row of a with {kind='x', n=5}");
        }

        @Test
        void areGoneWhenDeleted() {
            assertThat(leaves(
                            "INSERT INTO a (id, n) VALUES (1, 1), (2, 1);",
                            "INSERT INTO b (id, n) VALUES (1, 1);",
                            "DELETE FROM a WHERE id = 1;"))
                    .containsExactly(
                            "1 row of a with {id=2, n=1}",
                            "2 row of b with {id=1, n=1}",
                            "3 row of a with {id=1} gone");
        }

        @Test
        void thatWereDeletedAndComeAgainAreThere() {
            assertThat(leaves("DELETE FROM a WHERE id = 1;", "UPDATE a SET n = 2 WHERE id = 1;"))
                    .containsExactly("2 row of a with {id=1, n=2}");
        }

        @Test
        void ofOneTableAreForgottenWhenAChangeMayHaveMetAnyOfThem() {
            assertThat(leaves(
                            "CREATE TABLE a (n INT);",
                            "INSERT INTO a (n) VALUES (1);",
                            "INSERT INTO b (n) VALUES (1);",
                            "UPDATE a SET n = n + 1;"))
                    .containsExactly(
                            "1 table a",
                            "1 column a.n INT null",
                            "3 row of b with {n=1}",
                            "4 ? Which rows that leaves is told only when they are given by literal values; state it with itgc:expect.");
            assertThat(leaves("INSERT INTO a (n) VALUES (1);", "DELETE FROM a WHERE n > 0;"))
                    .hasSize(1);
        }
    }

    @Nested
    class Expectations {
        @Test
        void standInPlaceOfWhatTheStatementLeaves() {
            assertThat(leaves(
                            "INSERT INTO a (n) VALUES (1);",
                            "-- itgc:expect SELECT count(*) = 0 FROM a WHERE n = 1;",
                            "UPDATE a SET n = n + 1;"))
                    .containsExactly("3 SELECT count(*) = 0 FROM a WHERE n = 1");
        }

        @Test
        void mayStandAfterTheLastStatement() {
            assertThat(leaves("CREATE TABLE a (id INT);", "", "# ITGC:EXPECT select 1", ""))
                    .containsExactly("1 table a", "1 column a.id INT null", "3 SELECT 1");
        }

        @Test
        void beforeAStatementWithoutEffectAreAskedAllTheSame() {
            assertThat(leaves("-- itgc:expect SELECT 1 FROM a", "COMMIT;")).containsExactly("2 SELECT 1 FROM a");
        }

        @Test
        void areOnlyForTheStatementAfterThem() {
            assertThat(leaves("-- itgc:expect SELECT 1", "CALL fill();", "CALL fill();"))
                    .containsExactly("2 SELECT 1", "3 ? Statements of this kind are not judged.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DROP TABLE a",
                    "SELECT 1; DROP TABLE a",
                    "SELECT 1 /*! INTO OUTFILE 'x' */",
                    "WITH q AS (DELETE FROM a RETURNING id) SELECT id FROM q",
                    "",
                    "whatever"
                })
        void areQuestionsAndNothingElse(String expected) {
            assertThat(leaves("-- itgc:expect " + expected, "CALL fill();"))
                    .containsExactly("2 ? What is expected there is not a SELECT.");
        }
    }

    @Nested
    class Unreadable {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "TRUNCATE TABLE a;                          | Statements of this kind are not judged.",
                    "DROP SEQUENCE s;                           | Whether that is gone is not judged.",
                    "ALTER TABLE a RENAME TO b;                 | What that changes about a is not judged.",
                    "ALTER TABLE a DROP PRIMARY KEY;            | What that changes about a is not judged.",
                    "CREATE THING of another world;             | It cannot be read, perhaps because it is written in a dialect of its own.",
                    "INSERT INTO a (id) VALUES ('never closed   | It cannot be read, perhaps because it is written in a dialect of its own.",
                    "SELECT 1 DELETE FROM a;                    | More than one statement seems to stand in it: end each with a semicolon."
                })
        void statementsSayWhy(String script, String why) {
            assertThat(leaves(script)).containsExactly("1 ? " + why);
        }

        @Test
        void changeOfATableLeavesTheOthersJudged() {
            assertThat(leaves("ALTER TABLE a ADD COLUMN x INT, RENAME COLUMN y TO z, ADD COLUMN q INT;"))
                    .containsExactly(
                            "1 column a.x INT null",
                            "1 ? What that changes about a is not judged.",
                            "1 column a.q INT null");
        }

        /** A backslash escapes a quote in one database and is itself in another. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "INSERT INTO a (x) VALUES ('\\'); DROP INDEX i; --'",
                    "WITH q AS (DELETE FROM b RETURNING id) INSERT INTO a (id) VALUES (1);",
                    "WITH q AS (UPDATE b SET n = 1 RETURNING id) UPDATE a SET n = 1 WHERE id = 1;"
                })
        void statementsHiddenInOthersAreNotOverlooked(String script) {
            cannotTell(script);
        }

        @Test
        void quotesBetweenDollarsHideNothing() {
            assertThat(leaves("INSERT INTO a (x) VALUES ($$one; two$$);", "DROP TABLE b;"))
                    .containsExactly("1 row of a with {x=$$one; two$$}", "2 table b gone");
        }

        /** MySQL and MariaDB run what stands in such a comment. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/*!50000 DROP TABLE a */;",
                    "/*! DROP TABLE a; DROP TABLE b */;",
                    "/*M!100100 DROP TABLE a */",
                    "SET x = 1 /*! , y = 2 */;",
                    "COMMIT /*!; DROP TABLE a */;",
                    "CREATE TABLE a (id INT /*!, n INT */);"
                })
        void commentsThatAreRunAreNotTakenForComments(String script) {
            cannotTell(script);
        }
    }

    @Nested
    class Texts {
        @Test
        void ofCommentsSayNothing() {
            assertThat(leaves(
                            "-- CREATE TABLE x (id INT);",
                            "# CREATE TABLE x (id INT);",
                            "/* CREATE TABLE x (id INT);",
                            "   DROP TABLE y; */",
                            "CREATE TABLE a (id INT /* the key */, -- and",
                            "  n INT);"))
                    .containsExactly("5 table a", "5 column a.id INT null", "5 column a.n INT null");
        }

        @Test
        void thatNeverEndTheirCommentSayNothing() {
            assertThat(leaves("CREATE TABLE a (id INT); /* DROP TABLE a;"))
                    .containsExactly("1 table a", "1 column a.id INT null");
            assertThat(leaves("/*/ DROP TABLE x; */ DROP TABLE a;")).containsExactly("1 table a gone");
            assertThat(leaves("-- nothing else")).isEmpty();
            assertThat(leaves("")).isEmpty();
        }

        @Test
        void inQuotesAreNoStatements() {
            assertThat(leaves("INSERT INTO a (x) VALUES ('; DROP TABLE a; -- /*');", "DROP TABLE b;"))
                    .containsExactly("1 row of a with {x='; DROP TABLE a; -- /*'}", "2 table b gone");
            assertThat(leaves("DROP TABLE \"a;b\\\";", "DROP TABLE `c;d`;", "DROP TABLE e;"))
                    .containsExactly("1 table \"a;b\\\" gone", "2 table `c;d` gone", "3 table e gone");
        }

        @Test
        void keepQuotesThatAreEscaped() {
            assertThat(ScriptStatements.of("SELECT 'it\\'s; fine'; SELECT 2"))
                    .extracting(ScriptStatements.Statement::sql)
                    .containsExactly("SELECT 'it\\'s; fine'", "SELECT 2");
        }

        @Test
        void betweenDollarsAreOneStatement() {
            assertThat(leaves(
                            "CREATE FUNCTION f() RETURNS INT AS $body$",
                            "BEGIN; DROP TABLE a; $$ ; END;",
                            "$body$ LANGUAGE sql;",
                            "DROP TABLE b;"))
                    .hasSize(2)
                    .last()
                    .isEqualTo("4 table b gone");
            assertThat(ScriptStatements.of("SELECT $$ a; b")).hasSize(1);
            assertThat(ScriptStatements.of("SELECT $1; SELECT 2")).hasSize(2);
        }

        @Test
        void areCountedByTheLineWhereTheirStatementBegins() {
            assertThat(leaves("", "  ", "DROP", "TABLE a;DROP TABLE b;", "", "DROP TABLE c"))
                    .containsExactly("3 table a gone", "4 table b gone", "6 table c gone");
        }

        @Test
        void withLineEndsOfWindowsAreTheSame() {
            String[] script = {"CREATE TABLE a (", "  id INT", ");", "-- itgc:expect SELECT 1", "CALL fill();"};

            assertThat(ScriptAssertions.of(String.join("\r\n", script)))
                    .isEqualTo(ScriptAssertions.of(String.join("\n", script)));
        }
    }
}
