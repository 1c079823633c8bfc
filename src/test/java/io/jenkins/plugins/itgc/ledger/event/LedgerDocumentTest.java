package io.jenkins.plugins.itgc.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Path project() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs/decisions"))) {
            at = at.getParent();
        }
        return at;
    }
}
