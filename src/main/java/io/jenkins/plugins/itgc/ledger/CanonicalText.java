package io.jenkins.plugins.itgc.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what nearly all evidence is made of in the form of RFC 8785: objects, lists, texts, whole numbers, truth values.
 * What it does not write it says, and the standard's own library writes it. That library reads a text again to write it, for
 * which every append would pay.
 */
final class CanonicalText {
    /** Beyond it a double, which the standard takes every number for, does not hold every whole number. */
    private static final long EXACT = 1L << 53;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder(512);

    private CanonicalText() {}

    /** The text; null where something in it is not written here. */
    static @Nullable String of(JsonNode node) {
        CanonicalText written = new CanonicalText();
        return written.node(node) ? written.text.toString() : null;
    }

    /** A text between quotes, with what must be escaped escaped. */
    static void quote(String value, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            if (next < ' ' || next == '"' || next == '\\') {
                escape(next, to);
            } else {
                to.append(next);
            }
        }
        to.append('"');
    }

    private static void escape(char special, StringBuilder to) {
        to.append('\\');
        switch (special) {
            case '"', '\\' -> to.append(special);
            case '\b' -> to.append('b');
            case '\t' -> to.append('t');
            case '\n' -> to.append('n');
            case '\f' -> to.append('f');
            case '\r' -> to.append('r');
            default -> to.append("u00").append(HEX[special >> 4]).append(HEX[special & 15]);
        }
    }

    private boolean node(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case NUMBER -> number(node);
            case STRING -> {
                quote(node.textValue(), text);
                yield true;
            }
            case BOOLEAN -> {
                text.append(node.booleanValue());
                yield true;
            }
            case NULL -> {
                text.append("null");
                yield true;
            }
            case BINARY, MISSING, POJO -> false;
        };
    }

    /** Sorted as Java sorts texts, by UTF-16 units, which is the standard's order. */
    private boolean object(JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        char before = '{';
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            text.append(before);
            quote(member.getKey(), text);
            text.append(':');
            if (!node(member.getValue())) {
                return false;
            }
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
        return true;
    }

    private boolean array(JsonNode node) {
        char before = '[';
        for (Iterator<JsonNode> items = node.elements(); items.hasNext(); before = ',') {
            text.append(before);
            if (!node(items.next())) {
                return false;
            }
        }
        text.append(before == '[' ? "[]" : "]");
        return true;
    }

    private boolean number(JsonNode node) {
        long number = node.longValue();
        boolean exact = node.isIntegralNumber() && node.canConvertToLong() && -EXACT <= number && number <= EXACT;
        if (exact) {
            text.append(number);
        }
        return exact;
    }
}
