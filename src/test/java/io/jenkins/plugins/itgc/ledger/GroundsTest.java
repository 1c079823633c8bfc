package io.jenkins.plugins.itgc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Ground;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroundsTest {
    private static final Ground DESCRIPTION = new Ground(Ground.Part.DESCRIPTION, "acme/orders#12");
    private static final Ground REVIEWS = new Ground(Ground.Part.REVIEWS, "acme/orders#12");

    @Test
    void namesWhatIsNotAsItWas() {
        Grounds then = Grounds.of(Map.of(DESCRIPTION, "Ticket: OPS-7", REVIEWS, List.of("bob")));
        Grounds now = Grounds.of(Map.of(DESCRIPTION, "Ticket: OPS-9", REVIEWS, List.of("bob")));

        assertThat(now.changedSince(then)).containsExactly("description acme/orders#12");
    }

    @Test
    void namesWhatWasNotThere() {
        assertThat(Grounds.of(Map.of(REVIEWS, List.of())).changedSince(Grounds.of(Map.of())))
                .containsExactly("reviews acme/orders#12");
    }

    @Test
    void leavesOutWhatIsGone() {
        assertThat(Grounds.of(Map.of()).changedSince(Grounds.of(Map.of(REVIEWS, List.of()))))
                .isEmpty();
    }

    @Property
    void equalPartsHaveNotChanged(@ForAll Map<String, String> parts) {
        assertThat(Grounds.of(grounds(parts)).changedSince(Grounds.of(grounds(parts))))
                .isEmpty();
    }

    private static Map<Ground, Object> grounds(Map<String, String> parts) {
        Map<Ground, Object> grounds = new HashMap<>();
        parts.forEach((name, value) -> grounds.put(new Ground(Ground.Part.MIGRATION, name), value));
        return grounds;
    }
}
