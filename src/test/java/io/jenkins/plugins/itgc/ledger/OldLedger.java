package io.jenkins.plugins.itgc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A ledger that an earlier version wrote, with what that version made of it. Old ledgers stay good: whatever is changed here, the
 * same must come of it. {@code ledgers/README.md} tells what it holds.
 */
public final class OldLedger {
    /** When everything about it is asked: after its last entry, before its open requests and holds end. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OldLedger() {}

    /** A file of the fixture, to be read only. */
    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(OldLedger.class.getResource("/ledgers/1/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** Puts the ledger with its checkpoints, keys and archives into a folder. */
    public static Path copyTo(Path folder) throws IOException {
        Path from = file("ledger");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(path).toString());
                Files.createDirectories(to.getParent());
                Files.copy(path, to);
            }
        }
        return folder;
    }

    /** Opens a copy of the ledger in a folder. */
    public static SqliteLedger open(Path folder) throws IOException {
        return SqliteLedger.open(copyTo(folder).resolve("ledger.db"), CLOCK);
    }

    /** All its entries. */
    public static List<Entry> entries(Ledger ledger) {
        return ledger.entries(0, Integer.MAX_VALUE);
    }

    /** The value is what was recorded under this name. */
    public static void requireRecorded(String name, Object value) throws IOException {
        requireRecordedText(
                name + ".json", JSON.writeValueAsString(JSON.readValue(CanonicalJson.of(value), Object.class)) + "\n");
    }

    /** The same, but for members that say nothing: an entry that left one out is read as one that holds null, or nothing. */
    public static void requireRecordedButForNothing(String name, Object value) throws IOException {
        JsonNode recorded = withoutNothing(JSON.readTree(Files.readString(file("expected/" + name + ".json"))));
        assertThat(withoutNothing(JSON.readTree(CanonicalJson.of(value))))
                .as(name)
                .isEqualTo(recorded);
    }

    private static JsonNode withoutNothing(JsonNode node) {
        node.forEach(OldLedger::withoutNothing);
        if (node instanceof ObjectNode object) {
            object.properties()
                    .removeIf(member -> member.getValue().isNull()
                            || (member.getValue().isContainerNode()
                                    && member.getValue().isEmpty()));
        }
        return node;
    }

    /** The text is what was recorded under this name. */
    public static void requireRecordedText(String name, String text) throws IOException {
        assertThat(text).as(name).isEqualTo(Files.readString(file("expected/" + name)));
    }
}
