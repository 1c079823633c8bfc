package io.jenkins.plugins.itgc.ledger.projection;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry that holds something else than this version would write stops nobody who does not need it. */
class AnyBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEPTH = 2;

    /** What stands in place of a part. */
    private static final List<Supplier<JsonNode>> ODD = List.of(
            NullNode::getInstance, () -> TextNode.valueOf(""), JSON::createObjectNode, () -> JSON.createArrayNode()
                    .add(NullNode.getInstance()));

    @TempDir
    Path folder;

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void theProjectionsTakeInWhateverAPartOfABodyHolds() throws IOException {
        Projection projection = Projection.open(folder.resolve("projection.db"), this::after);

        for (Entry entry : oneOfEachKind()) {
            ObjectNode body = (ObjectNode) JSON.readTree(entry.body());
            replaced(body, entry.kind(), 0, what -> {
                entries.add(as(entry, body));
                assertThatCode(() -> projection.catchUp(1000)).as(what).doesNotThrowAnyException();
            });
        }
    }

    private List<Entry> after(long sequence, int limit) {
        int from = (int) Math.min(sequence, entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    private List<Entry> oneOfEachKind() throws IOException {
        Map<String, Entry> kinds = new LinkedHashMap<>();
        try (SqliteLedger ledger = OldLedger.open(folder.resolve("ledger"))) {
            for (Entry entry : OldLedger.entries(ledger)) {
                if (!entry.archived()) {
                    kinds.put(entry.kind(), entry);
                }
            }
        }
        return List.copyOf(kinds.values());
    }

    private Entry as(Entry entry, ObjectNode body) {
        long next = entries.size() + 1L;
        return new Entry(
                next, entry.at(), entry.kind(), entry.subject(), entry.actor(), body.toString(), "", "h" + next);
    }

    /** Puts something odd in place of each part in turn, and what was there back again. */
    private static void replaced(ObjectNode node, String path, int depth, Consumer<String> then) {
        for (String name : names(node)) {
            JsonNode was = node.get(name);
            for (Supplier<JsonNode> odd : ODD) {
                node.set(name, odd.get());
                then.accept(path + " " + name + " = " + odd.get());
            }
            node.remove(name);
            then.accept(path + " without " + name);
            node.set(name, was);
            if (depth < DEPTH) {
                inside(was, path + " " + name, depth + 1, then);
            }
        }
    }

    private static void inside(JsonNode was, String path, int depth, Consumer<String> then) {
        if (was instanceof ArrayNode list && !list.isEmpty()) {
            JsonNode first = list.get(0);
            for (Supplier<JsonNode> odd : ODD) {
                list.set(0, odd.get());
                then.accept(path + " 0 = " + odd.get());
            }
            list.set(0, first);
            inside(first, path + " 0", depth, then);
        } else if (was instanceof ObjectNode object) {
            replaced(object, path, depth, then);
        }
    }

    private static List<String> names(ObjectNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
