package io.jenkins.plugins.itgc.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.itgc.deploy.RequiredPass;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every database of a service must have passed, never any of them. */
class RequiredGatesTest {
    private static EnvironmentEntry production(String gates) {
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setRequiredGates(gates);
        production.setDatabases(
                List.of(database("checkout", "orders, billing"), database("stats", "orders"), database("audit", "")));
        return production;
    }

    private static DatabaseEntry database(String name, String services) {
        DatabaseEntry database = new DatabaseEntry(name);
        database.setServices(services);
        return database;
    }

    @Test
    void askForAPassOfEachDatabaseOfTheService() {
        assertThat(production("review, migration, window").requiredPasses("orders"))
                .containsExactly(
                        new RequiredPass("review", null),
                        new RequiredPass("migration", "checkout"),
                        new RequiredPass("migration", "stats"),
                        new RequiredPass("migration", "audit"),
                        new RequiredPass("window", null));
    }

    @Test
    void askForNoDatabaseOfOtherServices() {
        assertThat(production("review, migration").requiredPasses("billing"))
                .containsExactly(
                        new RequiredPass("review", null),
                        new RequiredPass("migration", "checkout"),
                        new RequiredPass("migration", "audit"));
        assertThat(production("review, migration").requiredPasses("Orders"))
                .as("a service is known by its exact name")
                .containsExactly(new RequiredPass("review", null), new RequiredPass("migration", "audit"));
    }

    /** A service without a database has no way to pass, rather than nothing to show. */
    @Test
    void askForAPassWhereNoDatabaseIsOfTheService() {
        EnvironmentEntry production = production("review, migration");
        production.setDatabases(List.of(database("stats", "billing")));

        assertThat(production.requiredPasses("orders"))
                .containsExactly(new RequiredPass("review", null), new RequiredPass("migration", null));
    }

    @Test
    void areOfAnyServiceWhereAnEarlierConfigurationNamesNone() {
        DatabaseEntry stats = database("stats", "");
        stats.setServices(null);

        assertThat(stats.holds("orders")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "migration", "review, reviews", "Review"})
    void nameTheReviewAndOnlyGates(String text) {
        assertThatThrownBy(() -> RequiredGates.parse(text)).isInstanceOf(InvalidPolicy.class);
    }
}
