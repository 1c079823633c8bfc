package io.jenkins.plugins.itgc.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Unions and differences of periods, against looking at each instant. */
class TimelinePropertiesTest {
    private static final int END = 60;

    @Provide
    Arbitrary<List<Period>> periods() {
        Arbitrary<Integer> points = Arbitraries.integers().between(0, END - 1);
        return points.flatMap(start -> Arbitraries.integers()
                        .between(1, 12)
                        .map(length -> new Period(
                                new Span(at(start), at(start + length)), new Cause("e" + start, "test", null))))
                .list()
                .ofMaxSize(12);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static boolean in(List<Period> periods, Instant instant) {
        return periods.stream().anyMatch(period -> period.span().contains(instant));
    }

    @Property
    void unionHoldsExactlyWhatItsPartsHold(@ForAll("periods") List<Period> parts) {
        Timeline union = Timeline.of(parts);
        for (int i = 0; i < END + 20; i++) {
            assertThat(union.at(at(i)).isPresent()).isEqualTo(in(parts, at(i)));
        }
    }

    @Property
    void freezesAlwaysWin(@ForAll("periods") List<Period> windows, @ForAll("periods") List<Period> freezes) {
        Timeline open = Timeline.of(windows).without(Timeline.of(freezes));
        for (int i = 0; i < END + 20; i++) {
            assertThat(open.at(at(i)).isPresent()).isEqualTo(in(windows, at(i)) && !in(freezes, at(i)));
        }
    }

    @Property
    void whatIsLeftFromAnInstantBeginsWithWhatItIsIn(@ForAll("periods") List<Period> parts) {
        Timeline union = Timeline.of(parts);
        for (int i = 0; i < END + 20; i++) {
            Instant instant = at(i);
            List<Period> expected = union.periods().stream()
                    .filter(period -> period.span().end().isAfter(instant))
                    .limit(2)
                    .toList();
            assertThat(union.from(instant, 2)).isEqualTo(expected);
        }
    }

    @Property
    void aPeriodNamesTheCauseThatLastsLongest(@ForAll("periods") List<Period> parts) {
        for (Period period : Timeline.of(parts).periods()) {
            assertThat(parts).anySatisfy(part -> {
                assertThat(part.cause()).isEqualTo(period.cause());
                assertThat(part.span().end()).isEqualTo(period.span().end());
            });
        }
    }
}
