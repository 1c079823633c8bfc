package io.jenkins.plugins.itgc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroundsTest {
    @Test
    void namesWhatIsNotAsItWas() {
        Grounds then = Grounds.of(Map.of("the description", "Ticket: OPS-7", "the reviews", List.of("bob")));
        Grounds now = Grounds.of(Map.of("the description", "Ticket: OPS-9", "the reviews", List.of("bob")));

        assertThat(now.changedSince(then)).containsExactly("the description");
    }

    @Test
    void namesWhatWasNotThere() {
        assertThat(Grounds.of(Map.of("the reviews", List.of())).changedSince(Grounds.of(Map.of())))
                .containsExactly("the reviews");
    }

    @Test
    void leavesOutWhatIsGone() {
        assertThat(Grounds.of(Map.of()).changedSince(Grounds.of(Map.of("the reviews", List.of()))))
                .isEmpty();
    }

    @Property
    void equalPartsHaveNotChanged(@ForAll Map<String, String> parts) {
        assertThat(Grounds.of(Map.copyOf(parts)).changedSince(Grounds.of(Map.copyOf(parts))))
                .isEmpty();
    }
}
