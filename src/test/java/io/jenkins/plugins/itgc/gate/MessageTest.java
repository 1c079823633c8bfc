package io.jenkins.plugins.itgc.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code with typed arguments becomes a sentence in the reader's language. */
class MessageTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void saysOneAndManyAsPeopleDo() {
        assertThat(Message.of("review.not-peer-reviewed.what", 0, 1, "3f2a").english())
                .isEqualTo("0 of 1 peer approvals cover 3f2a.");
        assertThat(Message.of("review.not-peer-reviewed.what", 1, 2, "3f2a").english())
                .isEqualTo("1 of 2 peer approvals covers 3f2a.");
        assertThat(Message.of("migration.reason.held", 1, 1).english())
                .isEqualTo("The target holds the migration of the change.");
        assertThat(Message.of("migration.reason.held", 2, 3).english())
                .isEqualTo("All 2 targets hold the 3 migrations of the change.");
    }

    @Test
    void neverSaysOneTickets() {
        assertThat(Finding.of("review.ambiguous-ticket", "acme/orders#12", null, 1, "Ticket: KEY-123")
                        .what())
                .isEqualTo(
                        "The description names one ticket and something else at the marked place; it must name exactly one.");
        assertThat(Finding.of("review.ambiguous-ticket", "acme/orders#12", null, 2, "Ticket: KEY-123")
                        .what())
                .isEqualTo("The description names 2 tickets at the marked place; it must name exactly one.");
    }

    @Test
    void isSaidInTheReadersLanguage() {
        Finding finding =
                Finding.of("review.stale-approval", "pr", null, "bob", Message.of("review.part.lost-commit"), "9d1e");
        assertThat(finding.what()).isEqualTo("bob approved a commit that is gone, but the code is now 9d1e.");
        assertThat(finding.what(Locale.JAPAN)).isEqualTo("bob が承認したのは 失われたコミット ですが、コードは現在 9d1e です。");
        assertThat(finding.next(Locale.JAPANESE)).isEqualTo("bob に再確認を依頼してください。");
    }

    /** A controller that runs in Japanese writes its consoles and its ledger in English all the same. */
    @Test
    void englishStaysEnglishWhereTheMachineSpeaksAnotherLanguage() {
        Locale.setDefault(Locale.JAPAN);
        Message message = Message.of("gate.reason.all-met");
        assertThat(message.english()).isEqualTo("All rules hold.");
        assertThat(message.in(Locale.GERMAN)).isEqualTo("All rules hold.");
    }

    @Test
    void joinsWhatIsSeveral() {
        assertThat(Message.anyOf(List.of("a")).english()).isEqualTo("a");
        assertThat(Message.anyOf(List.of("a", "b", "c")).english()).isEqualTo("a or b or c");
        assertThat(Message.allOf(List.of(Message.text("a"), Message.text("b"))).english())
                .isEqualTo("a and b");
        assertThat(Message.allOf(List.of()).english()).isEmpty();
    }

    @Test
    void writesNumbersTimesAndDurationsAlikeEverywhere() {
        assertThat(Message.text("1234").english()).isEqualTo("1234");
        assertThat(Message.of("gate.text", 1234).in(Locale.JAPAN)).isEqualTo("1234");
        assertThat(Message.of("gate.text", Instant.EPOCH).english()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(Message.of("gate.text", Duration.ofMinutes(90)).english()).isEqualTo("1h30m");
    }

    @Test
    void writesNumbersInAChoiceAsItWritesThemElsewhere() {
        Message held = Message.of("migration.reason.held", 1234, 5678901);
        assertThat(held.english()).isEqualTo("All 1234 targets hold the 5678901 migrations of the change.");
        assertThat(held.in(Locale.JAPAN)).isEqualTo("変更のマイグレーション 5678901 件は、対象 1234 件すべてに適用済みです。");
        assertThat(Message.of("connect.part.files-of", "{1}", 3000, 1000).english())
                .isEqualTo("{1} has 3000 files, of which 1000 are listed");
    }

    @Test
    void textFromOutsideIsNotReadAsAPattern() {
        assertThat(Message.text("it's {0,choice,0#x}").english()).isEqualTo("it's {0,choice,0#x}");
        assertThat(Message.of("gate.or", "{1}", "{0}").english()).isEqualTo("{1} or {0}");
    }

    @Test
    void equalMessagesAreEqual() {
        assertThat(Message.of("gate.text", 1)).isEqualTo(Message.of("gate.text", 1L));
    }

    @Test
    void carriesOnlyWhatCanBeKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> Message.of("gate.text", 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Message.of("gate.text", List.of(new Object())));
    }

    /** A code of a later version in a shared ledger must not break a page. */
    @Test
    void aCodeNobodyKnowsIsShownAsItIs() {
        assertThat(Message.of("review.of-tomorrow.what", "bob", 2).english())
                .isEqualTo("review.of-tomorrow.what [bob, 2]");
        assertThat(Message.of("moon.what").english()).isEqualTo("moon.what []");
    }
}
