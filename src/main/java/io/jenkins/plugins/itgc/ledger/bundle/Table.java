package io.jenkins.plugins.itgc.ledger.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.List;

/** A table for auditors, made from entries in their order. */
public interface Table {
    /** The names of its columns. */
    List<String> columns();

    /** The rows that an entry completes; usually none or one. */
    List<List<Object>> rows(Entry entry, JsonNode body);

    /** Rows that no entry completed, once all entries were seen. */
    default List<List<Object>> rest() {
        return List.of();
    }

    /** The tables of a bundle by their files' names. */
    static Table of(String file) {
        return switch (file) {
            case BundleFiles.DEPLOYS -> new DeployTable();
            case BundleFiles.EVIDENCE -> new EvidenceTable();
            case BundleFiles.EXCEPTIONS -> new ExceptionTable();
            default -> throw new IllegalArgumentException("\"" + file + "\" is no table.");
        };
    }

    /** The body of an entry; a missing node where it is no JSON, or archived. */
    static JsonNode body(Entry entry) {
        try {
            return new ObjectMapper().readTree(entry.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A field's text wherever it stands in one of two places; null when it stands in neither. */
    static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    /** A person: named so, or as an object with an id. */
    static String person(JsonNode node) {
        return text(node.isObject() ? node.path("id") : node);
    }

    /** A repository, commit or tree: written so, or as an object. */
    static String name(JsonNode node) {
        if (node.isObject()) {
            return node.has("sha") ? node.path("sha").asText() : node.path("owner").asText() + "/" + node.path("name").asText();
        }
        return text(node);
    }
}
