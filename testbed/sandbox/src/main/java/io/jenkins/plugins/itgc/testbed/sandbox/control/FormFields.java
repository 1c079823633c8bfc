package io.jenkins.plugins.itgc.testbed.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operation;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a form on one of the sandbox's pages. */
record FormFields(Map<String, String> values) {
    static FormFields read(String body) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new FormFields(values);
    }

    /** The fields that the operation has parameters for; an empty one is as good as none. */
    ObjectNode parameters(Class<? extends Operation> operation) {
        ObjectNode parameters = Json.object();
        for (RecordComponent component : operation.getRecordComponents()) {
            String value = values.getOrDefault(component.getName(), "");
            if (value.isEmpty()) {
                continue;
            }
            if (component.getType() == int.class) {
                parameters.put(component.getName(), Integer.parseInt(value));
            } else {
                parameters.put(component.getName(), value);
            }
        }
        return parameters;
    }

    /** Where the browser goes afterwards: only a path of the sandbox. */
    String returnPath() {
        String path = values.getOrDefault("return", "/");
        return path.matches("/[\\w.-][^\\s]*") ? path : "/";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
