package io.jenkins.plugins.itgc.testbed.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.RecordedRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

/** What the control interface shows. */
final class RequestJson {
    private RequestJson() {}

    static ObjectNode of(RecordedRequest request) {
        return Json.object()
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query())
                .put("operation", request.operation())
                .put("status", request.status())
                .put("bytesIn", request.bytesIn())
                .put("bytesOut", request.bytesOut())
                .put("start", request.start().toString())
                .put("end", request.end().toString());
    }

    /** Parameters of an operation with the kind of value that each takes. */
    static ObjectNode parameters(String operation) {
        ObjectNode parameters = Json.object();
        for (RecordComponent component : Operations.type(operation).getRecordComponents()) {
            String kind = component.getType().getSimpleName().toLowerCase(Locale.ROOT);
            parameters.put(component.getName(), kind.replace("yaml", ""));
        }
        return parameters;
    }
}
