package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set of sequences is written shortly, and read as it was. */
class SequencesTest {
    @Property(tries = 300)
    void isReadAsItWasWritten(@ForAll @NotEmpty Set<@LongRange(min = 1, max = 60) Long> sequences) {
        Sequences written = Sequences.of(sequences);
        assertThat(Sequences.read(written.text())).isEqualTo(written);
        assertThat(written.count()).isEqualTo(sequences.size());
        TreeSet<Long> all = new TreeSet<>();
        for (long n = 1; n <= 60; n++) {
            all.add(n);
        }
        written.takeFrom(all);
        assertThat(all).doesNotContainAnyElementsOf(sequences).hasSize(60 - sequences.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1,",
                "2,1",
                "1-",
                "3-2",
                "1,1",
                "1-3,2",
                "1,2",
                "1-2,3",
                "5-2",
                "01",
                "1-1",
                "-1",
                "1 ,2",
                "9999999999999999999"
            })
    void refusesWhatItDoesNotWrite(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sequences.read(text));
    }
}
