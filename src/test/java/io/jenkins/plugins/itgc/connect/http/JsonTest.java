package io.jenkins.plugins.itgc.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.gate.CommitId;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer does not hold as it should is named by its place and never taken for empty. */
class JsonTest {
    private static Answer answer(String body, String... links) {
        return new Answer(
                URI.create("https://api.example/things?key=1"),
                200,
                HttpHeaders.of(Map.of("Link", List.of(links)), (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Json json(String body) {
        return answer(body).json();
    }

    private static void isMalformed(ThrowingCallable reading, String message) {
        assertThatExceptionOfType(MalformedAnswer.class).isThrownBy(reading).withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "<html>", "{} trailing", "{}{}", "[1,]", "{'a':1}", "nul", "{\"a\":01}", "\u0000"})
    void refusesWhatIsNotJson(String body) {
        isMalformed(() -> json(body), "something that is not JSON at /things");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void refusesAnEmptyBody(String body) {
        isMalformed(() -> json(body), "an empty body where JSON was expected at /things");
    }

    @Test
    void refusesNestingWithoutEnd() {
        isMalformed(() -> json("[".repeat(100_000)), "something that is not JSON at /things");
    }

    @Test
    void namesTheMemberThatIsMissing() {
        isMalformed(
                () -> json("{\"a\":{\"b\":[{}]}}").get("a").list("b").get(0).text("c"), "no \"c\" at /things.a.b[0]");
    }

    @Test
    void takesNullForMissing() {
        isMalformed(() -> json("{\"a\":null}").text("a"), "no \"a\" at /things");
        assertThat(json("{\"a\":null}").optional("a")).isEmpty();
        assertThat(json("{}").optionalText("a")).isEmpty();
    }

    @Test
    void namesTheMemberThatIsOdd() {
        Json odd = json("{\"text\":1,\"flag\":\"true\",\"number\":1.5,\"big\":3000000000,\"list\":{},\"id\":true}");
        isMalformed(() -> odd.text("text"), "no text at /things.text");
        isMalformed(() -> odd.optionalText("text"), "no text at /things.text");
        isMalformed(() -> odd.flag("flag"), "neither true nor false at /things.flag");
        isMalformed(() -> odd.number("number"), "no whole number at /things.number");
        isMalformed(() -> odd.number("big"), "no whole number at /things.big");
        isMalformed(() -> odd.list("list"), "no list at /things.list");
        isMalformed(() -> odd.identifier("id"), "no identifier at /things.id");
        isMalformed(() -> odd.get("text").get("x"), "no object at /things.text");
    }

    @Test
    void readsIdentifiersAsNumbersAndAsTexts() {
        Json both = json("{\"number\":12345678901234567890,\"text\":\"R_1\"}");
        assertThat(both.identifier("number")).isEqualTo("12345678901234567890");
        assertThat(both.identifier("text")).isEqualTo("R_1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01T10:00:00Z, 2026-10-01T10:00:00Z",
        "2026-10-01T10:00:00.123+02:00, 2026-10-01T08:00:00.123Z",
        "2026-10-01T10:00:00.000+0000, 2026-10-01T10:00:00Z",
        "2026-10-01T10:00:00.000-0330, 2026-10-01T13:30:00Z",
        "2026-10-01T10:00:00+0900, 2026-10-01T01:00:00Z"
    })
    void readsMomentsAlsoInJirasForm(String text, Instant moment) {
        assertThat(json("{\"at\":\"" + text + "\"}").instant("at")).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01", "2026-10-01T10:00:00", "yesterday", "2026-13-01T10:00:00Z", ""})
    void refusesWhatIsNoMoment(String text) {
        isMalformed(() -> json("{\"at\":\"" + text + "\"}").instant("at"), "no moment in time at /things.at");
    }

    @Test
    void repeatsNothingOfWhatItCannotTake() {
        isMalformed(
                () -> json("{\"sha\":\"s3cret\"}").get("sha").as(CommitId::new),
                "a value of the wrong form at /things.sha");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://api.example/things?page=2>; rel=\"next\", <https://api.example/things?page=9>; rel=\"last\"",
                "<https://api.example/things?page=1>; rel=\"prev\", <https://api.example/things?page=2>; rel=\"next\"",
                "<https://api.example/things?page=2>;rel=next",
                "<https://api.example/things?page=2>; title=\"x\"; rel=\"next\"",
                "</things?page=2>; rel=\"next\""
            })
    void findsTheNextPageHoweverItIsAnnounced(String link) {
        assertThat(answer("[]", link).nextPage()).contains(URI.create("https://api.example/things?page=2"));
    }

    @Test
    void findsTheNextPageInASecondHeader() {
        Optional<URI> next =
                answer("[]", "</a>; rel=\"prev\"", "</b>; rel=\"next\"").nextPage();
        assertThat(next).contains(URI.create("https://api.example/b"));
    }

    @Test
    void endsWhereNoNextPageIsAnnounced() {
        assertThat(answer("[]").nextPage()).isEmpty();
        assertThat(answer("[]", "</a>; rel=\"last\", </b>; rel=\"nextish\"").nextPage())
                .isEmpty();
    }

    @Test
    void refusesANextPageThatIsNoAddress() {
        isMalformed(
                () -> answer("[]", "<ht tp://x>; rel=\"next\"").nextPage(), "no address for the next page at /things");
    }
}
