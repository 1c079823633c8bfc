package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a world's text strictly: an unknown key, a doubled key or a value of the wrong type is an error with its line. */
public final class WorldReader {
    private static final YAMLMapper YAML = StrictValues.applyTo(
                    YAMLMapper.builder(YAMLFactory.builder().build()))
            .build();

    private static final JsonMapper JSON =
            StrictValues.applyTo(JsonMapper.builder()).build();

    private WorldReader() {}

    /** The same strictness for the bodies of the control interface. */
    public static JsonMapper json() {
        return JSON;
    }

    /**
     * @param text a world
     * @throws WorldFormatException if it is not one; names key and line
     */
    public static WorldYaml read(String text) {
        YamlLines.check(text);
        try {
            return Objects.requireNonNullElseGet(YAML.readValue(text, WorldYaml.class), WorldReader::empty);
        } catch (JsonMappingException e) {
            throw explained(e, text);
        } catch (JsonProcessingException e) {
            throw new WorldFormatException(List.of(), e.getOriginalMessage()).atLine(line(e));
        }
    }

    private static WorldYaml empty() {
        return new WorldYaml(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static WorldFormatException explained(JsonMappingException e, String text) {
        List<Object> path = path(e);
        WorldFormatException explained = new WorldFormatException(path, Complaint.of(e));
        return explained.atLine(path.isEmpty() ? line(e) : YamlLines.lineOf(text, path));
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static List<Object> path(JsonMappingException e) {
        List<Object> path = new ArrayList<>();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.add(step.getFieldName() == null ? (Object) step.getIndex() : step.getFieldName());
        }
        return path;
    }
}
