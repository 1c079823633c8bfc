package io.jenkins.plugins.itgc.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LedgerDocumentTest {

    @Test
    void thePageListsEveryKindWithTheFieldsThatItsRecordHas() throws IOException {
        Path project = project();
        String made = new LedgerDocument(project.resolve("src/main/java")).text();
        Path page = project.resolve("docs/ledger.md");
        if (Boolean.getBoolean("itgc.write.docs")) {
            Files.writeString(page, made);
        }

        assertThat(page)
                .as("made from the records; to make it anew, run this test with -Ditgc.write.docs=true")
                .hasContent(made);
        assertThat(Kind.all()).allSatisfy(kind -> assertThat(made).contains("| `" + kind.name() + "` |"));
    }

    /** What the codec leaves out is not written as null. */
    @Test
    void thePageSaysWhichFieldsAreLeftOutWithoutAValue() throws IOException {
        String made = new LedgerDocument(project().resolve("src/main/java")).text();
        assertThat(made.lines().filter(line -> line.endsWith("Left out without a value |")))
                .extracting(line -> line.substring(line.indexOf('`') + 1, line.indexOf('`', line.indexOf('`') + 1)))
                .contains("subject", "problem", "remedy", "name", "reason")
                .doesNotContain("commit", "pullRequest");
        assertThat(CanonicalJson.of(new FindingBody("code", "what", "orders", null, "next", null, null)))
                .doesNotContain("problem")
                .contains("\"link\":null");
    }

    private static Path project() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs/decisions"))) {
            at = at.getParent();
        }
        return at;
    }
}
