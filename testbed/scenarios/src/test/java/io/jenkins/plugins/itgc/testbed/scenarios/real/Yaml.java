package io.jenkins.plugins.itgc.testbed.scenarios.real;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Parameters of an operation, as a world writes them. */
final class Yaml {
    private Yaml() {}

    static JsonNode node(String text) throws JsonProcessingException {
        return new YAMLMapper().readTree(text);
    }
}
