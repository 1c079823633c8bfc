package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A JSON object whose many addresses are written down in a resource, with @names@ to be filled in. */
final class Template {
    private final String text;

    Template(String resource) {
        try (InputStream stream = Template.class.getResourceAsStream(resource)) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode filled(Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("@" + value.getKey() + "@", value.getValue());
        }
        try {
            return (ObjectNode) Json.MAPPER.readTree(filled);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
