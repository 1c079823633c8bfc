package io.jenkins.plugins.itgc.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A code shows once, and not for long, that two accounts are of one person. */
class LinkCodesTest {
    private static final Person MIA = new Person("mia");
    private static final Account SLACK = Account.slack("T1", "U1");

    private final TurnedClock clock = new TurnedClock();
    private final LinkCodes codes = new LinkCodes(clock);

    @Test
    void aCodeWorksOnceHoweverItIsTyped() {
        String code = codes.give(MIA);

        assertThat(codes.take(" " + code.toLowerCase(Locale.ROOT) + " ", SLACK)).contains(MIA);
        assertThat(codes.take(code, SLACK)).isEmpty();
    }

    @Test
    void aCodeIsVoidAfterTenMinutes() {
        String early = codes.give(MIA);
        clock.turn(Duration.ofMinutes(10).minusNanos(1));
        assertThat(codes.take(early, SLACK)).contains(MIA);

        String late = codes.give(MIA);
        clock.turn(Duration.ofMinutes(10));
        assertThat(codes.take(late, SLACK)).isEmpty();
    }

    @Test
    void aNewCodeVoidsTheOneBefore() {
        String first = codes.give(MIA);
        String second = codes.give(MIA);

        assertThat(codes.take(first, SLACK)).isEmpty();
        assertThat(codes.take(second, SLACK)).contains(MIA);
    }

    @Test
    void theCodesOfOthersStayGood() {
        String mias = codes.give(MIA);
        String noahs = codes.give(new Person("noah"));

        assertThat(codes.take(mias, SLACK)).contains(MIA);
        assertThat(codes.take(noahs, SLACK)).contains(new Person("noah"));
    }

    @Test
    void whoGuessesFiveTimesIsStoppedForTenMinutesAndNobodyElseIs() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(codes.take("WRONG", SLACK)).isEmpty();
        }
        String code = codes.give(MIA);

        assertThat(codes.take(code, SLACK)).isEmpty();
        assertThat(codes.take(code, Account.slack("T1", "U2"))).contains(MIA);

        clock.turn(Duration.ofMinutes(10));
        assertThat(codes.take(codes.give(MIA), SLACK)).contains(MIA);
    }
}
