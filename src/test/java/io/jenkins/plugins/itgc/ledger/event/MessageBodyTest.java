package io.jenkins.plugins.itgc.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was said can be said again in another language; in English it stays what was said then. */
class MessageBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Finding FINDING = Finding.of("review.no-write-permission", "acme/orders#12", null, "bob");

    private static <T> T again(T body, Class<T> type) throws Exception {
        return JSON.readValue(CanonicalJson.of(body), type);
    }

    @Test
    void keepsTheTypesOfItsArguments() throws Exception {
        Message message = Message.of(
                "gate.reason.not-met",
                "text",
                7,
                Instant.parse("2026-11-25T10:00:00Z"),
                Duration.ofMinutes(90),
                List.of("a", Message.text("b")),
                Message.of("gate.or", "x", Message.text("y")));
        assertThat(again(MessageBody.of(message), MessageBody.class).message()).isEqualTo(message);
    }

    @Test
    void isTheEnglishSentenceWhereItIsNotThereOrOfAnotherForm() {
        Message message = Message.of("gate.reason.all-met");
        assertThat(MessageBody.message(MessageBody.of(message), "All.")).isEqualTo(message);
        assertThat(MessageBody.message(null, "All.")).isEqualTo(Message.text("All."));
        for (Object unknown : List.of(Map.of("colour", "red"), Map.of("instant", "soon"))) {
            assertThat(MessageBody.message(new MessageBody("gate.text", List.of(unknown)), "All."))
                    .isEqualTo(Message.text("All."));
        }
    }

    @Test
    void saysAFindingInTheReadersLanguage() throws Exception {
        FindingBody kept = again(FindingBody.of(FINDING), FindingBody.class);
        assertThat(kept.what(Locale.JAPAN)).isEqualTo("bob が承認しましたが、書き込み権限がありません。");
        assertThat(kept.next(Locale.JAPAN)).isEqualTo("書き込み権限のある人にレビューを依頼してください。");
        assertThat(kept.what(Locale.US)).isEqualTo("bob approved, but has no write permission.");
    }

    @Test
    void saysAnExplanationInTheReadersLanguage() throws Exception {
        Explanation rules = Explanation.all(
                Message.of("review.rule.review", "acme/orders#12"),
                List.of(Explanation.refuse(Message.of("review.rule.peer-reviewed"), FINDING)));
        ExplanationBody kept = again(ExplanationBody.of(rules), ExplanationBody.class);
        assertThat(kept.rule(Locale.JAPAN)).isEqualTo("acme/orders#12 のレビュー");
        assertThat(kept.summary(Locale.JAPAN)).isEqualTo("満たしていないルール: ピアレビュー。");
        assertThat(kept.summary(Locale.ENGLISH)).isEqualTo("Not met: Peer reviewed.");
    }

    /** Entries of before hold the sentence alone: it is shown as it is, and read and written it stays what it was. */
    @Test
    void anOldFindingIsShownAsItWasSaid() throws Exception {
        String old =
                "{\"code\":\"review.no-write-permission\",\"link\":null,\"next\":\"Ask.\",\"subject\":\"pr\",\"what\":\"So.\"}";
        FindingBody kept = JSON.readValue(old, FindingBody.class);
        assertThat(kept.what(Locale.JAPAN)).isEqualTo("So.");
        assertThat(CanonicalJson.of(kept)).isEqualTo(old);
    }

    @Test
    void englishIsWhatWasSaidThenAlthoughTheBundleSaysItOtherwiseNow() {
        MessageBody body = MessageBody.of(Message.of("gate.reason.all-met"));
        assertThat(MessageBody.in(Locale.ENGLISH, body, "All rules held.")).isEqualTo("All rules held.");
    }

    /** Of a later version, in a shared ledger. */
    @Test
    void aCodeOrAnArgumentNobodyKnowsIsShownInTheEnglishOfThen() {
        assertThat(MessageBody.in(Locale.JAPAN, new MessageBody("review.of-tomorrow", List.of()), "Then."))
                .isEqualTo("Then.");
        MessageBody odd = new MessageBody("gate.text", List.of(Map.of("colour", "red")));
        assertThat(MessageBody.in(Locale.JAPAN, odd, "Then.")).isEqualTo("Then.");
    }
}
