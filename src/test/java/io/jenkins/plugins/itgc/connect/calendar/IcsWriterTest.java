package io.jenkins.plugins.itgc.connect.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Events are written so that every calendar reads what was meant. */
class IcsWriterTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123456789Z");

    private static String text(String title, String link) {
        IcsWriter.Entry entry = new IcsWriter.Entry(
                "1@example", NOW, NOW.plusSeconds(60), NOW.plusSeconds(3600), title, "about, it; all\\", link);
        return IcsWriter.text("-//example//EN", List.of(entry));
    }

    @Test
    void writesTimesInUtcToTheSecondAndEscapesWhatHasAMeaning() {
        assertThat(text("Deploy succeeded: orders", "https://jenkins.example/1").lines())
                .contains(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//example//EN",
                        "UID:1@example",
                        "DTSTAMP:20260601T000000Z",
                        "DTSTART:20260601T000100Z",
                        "DTEND:20260601T010000Z",
                        "SUMMARY:Deploy succeeded: orders",
                        "DESCRIPTION:about\\, it\\; all\\\\",
                        "URL:https://jenkins.example/1",
                        "TRANSP:TRANSPARENT");
    }

    @Test
    void leavesOutWhatIsNoAddress() {
        assertThat(text("x", "https://jenkins.example/\r\nBEGIN:VALARM")).doesNotContain("URL", "VALARM");
        assertThat(text("x", null)).doesNotContain("URL");
    }

    @Property(tries = 300)
    void noTitleWritesALineOfItsOwn(@ForAll String title) {
        String text = text(title, null);

        assertThat(text.split("\r\n")).containsOnlyOnce("BEGIN:VEVENT", "END:VEVENT");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(76);
    }

    @Test
    void cutsNoCharacterInHalves() {
        for (int before = 0; before < 80; before++) {
            String title = "x".repeat(before) + "\uD83D\uDE80".repeat(60);
            byte[] bytes = text(title, null).getBytes(StandardCharsets.UTF_8);
            assertThat(new String(bytes, StandardCharsets.UTF_8).replace("\r\n ", ""))
                    .contains("SUMMARY:" + title + "\r\n");
        }
    }
}
