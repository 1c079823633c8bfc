package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Scope ASKED = new Scope(Map.of("tree", "t", "acme/orders#12", "a", "acme/orders#13", "b"));

    @Test
    void namesAPartThatSaysSomethingElse() {
        assertThat(new Scope(Map.of("tree", "t", "acme/orders#12", "changed")).changedSince(ASKED))
                .containsExactly("acme/orders#12");
    }

    @Test
    void namesAPartThatNobodyWasAskedAbout() {
        assertThat(new Scope(Map.of("tree", "t", "acme/orders#14", "c")).changedSince(ASKED))
                .containsExactly("acme/orders#14");
    }

    @Test
    void namesAnotherTree() {
        assertThat(new Scope(Map.of("tree", "other")).changedSince(ASKED)).containsExactly("tree");
    }

    @Test
    void standsWhenAnEarlierDeployHasTakenAPart() {
        assertThat(new Scope(Map.of("tree", "t", "acme/orders#13", "b")).changedSince(ASKED))
                .isEmpty();
    }

    @Property
    void nothingChangesByItself(@ForAll @NotEmpty Map<String, String> parts) {
        assertThat(new Scope(parts).changedSince(new Scope(new HashMap<>(parts))))
                .isEmpty();
    }
}
