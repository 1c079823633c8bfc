package io.jenkins.plugins.itgc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equal values are written equally: the examples of RFC 8785, and what follows from it. */
class CanonicalJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String canonical(String json) throws JsonProcessingException {
        return CanonicalJson.of(JSON.readTree(json));
    }

    @Test
    void writesPrimitivesAsTheStandardDoes() throws JsonProcessingException {
        String given = "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
                + "\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                + "\"literals\": [null, true, false]}";
        assertThat(canonical(given))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sortsByUtf16Units() throws JsonProcessingException {
        String given =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        assertThat(canonical(given))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555555, 333333333.3333333",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsTheStandardDoes(String bits, String written) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalJson.of(List.of(number))).isEqualTo("[" + written + "]");
    }

    @Test
    void writesTimesAsText() {
        assertThat(CanonicalJson.of(List.of(Instant.parse("2026-10-01T12:00:00Z"), Duration.ofMinutes(90))))
                .isEqualTo("[\"2026-10-01T12:00:00Z\",\"PT1H30M\"]");
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfMembers(@ForAll @Size(max = 8) Map<String, Integer> members) {
        List<String> names = new ArrayList<>(members.keySet());
        Collections.reverse(names);
        Map<String, Integer> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, members.get(name)));
        assertThat(CanonicalJson.of(reversed)).isEqualTo(CanonicalJson.of(members));
    }

    @Property(tries = 200)
    void writesWhatItWroteTheSameAgain(@ForAll double number, @ForAll int whole) throws JsonProcessingException {
        String once = CanonicalJson.of(List.of(number, whole));
        assertThat(canonical(once)).isEqualTo(once);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void writesEverythingAsTheStandardsOwnLibraryDoes(@ForAll("values") JsonNode value) {
        JsonNode whole = JSON.createArrayNode().add(value);
        assertThat(CanonicalJson.of(whole)).isEqualTo(CanonicalJson.standard(whole.toString()));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return nested(3);
    }

    private static Arbitrary<JsonNode> nested(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                texts().map(TextNode::valueOf),
                Arbitraries.longs().map(LongNode::valueOf),
                Arbitraries.integers().map(IntNode::valueOf),
                Arbitraries.of(1L << 53, -(1L << 53), (1L << 53) + 1, Long.MIN_VALUE)
                        .map(LongNode::valueOf),
                Arbitraries.doubles().map(DoubleNode::valueOf),
                Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE, NullNode.getInstance()));
        if (depth == 0) {
            return leaf;
        }
        return Arbitraries.oneOf(
                leaf,
                nested(depth - 1).list().ofMaxSize(4).map(items -> JSON.createArrayNode()
                        .addAll(items)),
                Arbitraries.maps(texts(), nested(depth - 1)).ofMaxSize(4).map(members -> {
                    ObjectNode object = JSON.createObjectNode();
                    object.setAll(members);
                    return object;
                }));
    }

    /** Everything but halves of pairs, which are no text. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12).filter(text -> text.codePoints()
                .noneMatch(unit -> unit >= 0xd800 && unit < 0xe000));
    }
}
