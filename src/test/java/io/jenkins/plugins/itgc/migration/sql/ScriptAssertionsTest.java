package io.jenkins.plugins.itgc.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.migration.sql.Assertion.Undetermined;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script says must hold, and what nobody can say of it. */
class ScriptAssertionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id INTEGER)\nGO\nCREATE TABLE b (id INTEGER)\nGO",
                "CREATE TABLE a (id INTEGER) CREATE TABLE b (id INTEGER);",
                "ALTER TABLE a ADD x INTEGER\nGO\nALTER TABLE a ADD y INTEGER;",
                "ALTER TABLE a ADD x INTEGER ALTER TABLE a ADD y INTEGER;",
                "DROP TABLE a\n/\nDROP TABLE b\n/\n",
                "CREATE INDEX i ON a (id)\ngo\nUPDATE a SET id = 1;",
                "BEGIN\nINSERT INTO a (id) VALUES (1);",
                "BEGIN TRANSACTION INSERT INTO a (id) VALUES (1);",
                "BEGIN EXECUTE IMMEDIATE 'DROP TABLE a'; ",
                "SET x = 1 DELETE FROM a WHERE id = 1;",
                "SELECT id INTO b FROM a;",
                "SELECT setval('ids', 100);",
                "SELECT rename_everything();"
            })
    void whatStandsBehindASecondBeginningIsNeverOverlooked(String script) {
        assertThat(ScriptAssertions.of(script)).hasAtLeastOneElementOfType(Undetermined.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN; CREATE TABLE a (id INTEGER); COMMIT;",
                "START TRANSACTION ISOLATION LEVEL SERIALIZABLE; CREATE TABLE a (id INTEGER); END;",
                "CREATE TABLE a (\n  id INTEGER,\n  note VARCHAR(20) DEFAULT 'GO; CREATE TABLE x'\n);",
                "ALTER TABLE a\n  ADD COLUMN x INTEGER,\n  DROP COLUMN y;",
                "INSERT INTO a (id, note) VALUES (7, 'then\nGO\nDROP TABLE a');",
                "SELECT count(*) FROM a WHERE id IN (1, 2);",
                "SET search_path = public;"
            })
    void ordinaryScriptsAreJudged(String script) {
        assertThat(ScriptAssertions.of(script)).doesNotHaveAnyElementsOfTypes(Undetermined.class);
    }
}
