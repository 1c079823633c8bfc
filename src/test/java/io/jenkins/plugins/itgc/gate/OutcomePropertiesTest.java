package io.jenkins.plugins.itgc.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

/** However rules are grouped, the group is as bad as its worst rule. */
class OutcomePropertiesTest {
    @Property
    void doesNotDependOnTheOrder(@ForAll Outcome a, @ForAll Outcome b) {
        assertThat(a.and(b)).isEqualTo(b.and(a));
    }

    @Property
    void doesNotDependOnTheGrouping(@ForAll Outcome a, @ForAll Outcome b, @ForAll Outcome c) {
        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
    }

    @Property
    void isOneOfTheTwoAndNeverTheMilder(@ForAll Outcome a, @ForAll Outcome b) {
        assertThat(a.and(b)).isIn(a, b).isGreaterThanOrEqualTo(a).isGreaterThanOrEqualTo(b);
        assertThat(a.and(a)).isEqualTo(a);
    }

    @Property
    void blocksExactlyWhenOneOfTheTwoBlocks(@ForAll Outcome a, @ForAll Outcome b) {
        assertThat(a.and(b).blocks()).isEqualTo(a.blocks() || b.blocks());
    }

    @Property(tries = 300)
    void aGroupIsAsBadAsItsWorstMemberInAnyOrder(@ForAll @NotEmpty List<Outcome> outcomes, @ForAll long seed) {
        List<Explanation> rules = new ArrayList<>(
                outcomes.stream().map(OutcomePropertiesTest::rule).toList());
        Explanation group = Explanation.all(Message.text("group"), rules);
        Collections.shuffle(rules, new Random(seed));
        assertThat(group.outcome()).isEqualTo(Collections.max(outcomes));
        assertThat(Explanation.all(Message.text("group"), rules).outcome()).isEqualTo(group.outcome());
        assertThat(group.allFindings())
                .hasSize((int) outcomes.stream().filter(Outcome::blocks).count());
    }

    private static Explanation rule(Outcome outcome) {
        List<Finding> findings = outcome.blocks()
                ? List.of(new Finding("code", Message.text("What."), "subject", null, Message.text("Next.")))
                : List.of();
        return new Explanation(Message.text("rule"), outcome, Message.text("Summary."), findings, List.of());
    }
}
