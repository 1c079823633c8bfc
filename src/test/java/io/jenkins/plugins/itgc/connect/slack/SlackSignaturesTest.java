package io.jenkins.plugins.itgc.connect.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack's documented example: secret, time and body as on its page about verifying requests. */
class SlackSignaturesTest {
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final long AT = 1_531_420_618;
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final byte[] BODY = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                    + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                    + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
                    + ".803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);

    private static boolean valid(long now, String timestamp, String signature, String... secrets) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        return new SlackSignatures(clock).valid(BODY, timestamp, signature, List.of(secrets));
    }

    @Test
    void verifiesTheDocumentedExample() {
        assertThat(valid(AT, String.valueOf(AT), SIGNATURE, SECRET)).isTrue();
        assertThat(valid(AT, String.valueOf(AT), SIGNATURE, "new", SECRET)).isTrue();
    }

    @Test
    void refusesWhatIsMoreThanFiveMinutesOldOrAhead() {
        String at = String.valueOf(AT);
        assertThat(valid(AT + 300, at, SIGNATURE, SECRET)).isTrue();
        assertThat(valid(AT + 301, at, SIGNATURE, SECRET)).isFalse();
        assertThat(valid(AT - 300, at, SIGNATURE, SECRET)).isTrue();
        assertThat(valid(AT - 301, at, SIGNATURE, SECRET)).isFalse();
    }

    @Test
    void refusesEverythingElse() {
        String at = String.valueOf(AT);
        assertThat(valid(AT, at, null, SECRET)).isFalse();
        assertThat(valid(AT, null, SIGNATURE, SECRET)).isFalse();
        assertThat(valid(AT, "yesterday", SIGNATURE, SECRET)).isFalse();
        assertThat(valid(AT, String.valueOf(AT + 1), SIGNATURE, SECRET)).isFalse();
        assertThat(valid(AT, at, SIGNATURE.replace('a', 'b'), SECRET)).isFalse();
        assertThat(valid(AT, at, SIGNATURE, "8f742231b10e8888abcd99yyyzzz85a6")).isFalse();
        assertThat(valid(AT, at, SIGNATURE)).isFalse();
        assertThat(valid(AT, at, "", "")).isFalse();
    }

    @Test
    void leavesNothingInATextThatSlackGivesAMeaningTo() {
        assertThat(SlackText.escaped("<!channel> & <@U1> a\nb", 100))
                .isEqualTo("&lt;!channel&gt; &amp; &lt;@U1&gt; a b");
        assertThat(SlackText.escaped("abcdef", 3)).isEqualTo("ab…");
        assertThat(SlackText.link("https://a.example/?x=1&y=2", "a|b>", 100))
                .isEqualTo("<https://a.example/?x=1&amp;y=2|a¦b&gt;>");
        assertThat(SlackText.link("javascript:alert(1)", "a", 100)).isEqualTo("a");
        assertThat(SlackText.link("https://a.example/|x>", "a", 100)).isEqualTo("a");
    }
}
