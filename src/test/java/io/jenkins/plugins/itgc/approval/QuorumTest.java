package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a quorum is written and filled. */
class QuorumTest {
    @Test
    void readsGroupsAlternativesAndConditions() {
        Quorum quorum = Quorum.parse("1 of release-managers AND 1 of (dba OR sre) when a migration is carried");
        assertThat(quorum.alternatives())
                .containsExactly(
                        List.of(new Seat(Set.of("release-managers"), false), new Seat(Set.of("dba", "sre"), true)));
        assertThat(Quorum.parse("1 of a and 1 of b or 2 of c").alternatives())
                .extracting(List::size)
                .containsExactly(2, 2);
        assertThat(Quorum.parse("1 of a and (1 of b or 1 of c)").alternatives()).hasSize(2);
        assertThat(quorum.groups()).containsExactly("dba", "release-managers", "sre");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1 of",
                "0 of a",
                "-1 of a",
                "100 of a",
                "1 of a and",
                "1 of (a",
                "1 of a b",
                "1 of a when",
                "1 of a when migration",
                "1 of a or 1 of b when a migration is carried",
                "1 of of",
                "1 of a; drop",
                "99 of a"
            })
    void refusesWhatMakesNoSense(String text) {
        assertThatExceptionOfType(InvalidQuorum.class)
                .isThrownBy(() -> Quorum.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageEndingWith("when a migration is carried.")
                .satisfies(problem -> assertThat(Worded.of(problem).in(Locale.JAPANESE))
                        .startsWith("必要人数「" + text + "」を解釈できません: ")
                        .doesNotContain("is missing", "is not", "cannot", "too large", "should", "nobody"));
    }

    @Test
    void movesPeopleSoThatAllFindASeat() {
        Quorum quorum = Quorum.parse("1 of a and 1 of b and 1 of (b or c)");
        Seating seating = quorum.seat(
                Map.of(
                        new Person("x"), Set.of("a", "b", "c"),
                        new Person("y"), Set.of("a"),
                        new Person("z"), Set.of("b")),
                false);
        assertThat(seating.complete()).isTrue();
        assertThat(seating.taken().values()).doesNotHaveDuplicates();
    }
}
