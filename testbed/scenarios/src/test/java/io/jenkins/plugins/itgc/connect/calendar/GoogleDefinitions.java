package io.jenkins.plugins.itgc.connect.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google Calendar's interface, version 3, as Google's discovery document says: from the client for JavaScript that Google
 * generates from it, which has its methods, parameters and schemas.
 */
final class GoogleDefinitions {
    private static final Pattern METHOD =
            Pattern.compile("url: \\(rootUrl \\+\\s*'(/calendar/v3/[^']*)'\\)[^\n]*\n\\s*method: '([A-Z]+)'");

    private final TypeScript types = new TypeScript(resource("v3.d.ts"));
    private final Set<String> methods = new LinkedHashSet<>();

    GoogleDefinitions() {
        Matcher method = METHOD.matcher(resource("v3.js"));
        while (method.find()) {
            methods.add(method.group(2) + " " + method.group(1));
        }
    }

    private static String resource(String name) {
        try (InputStream in = GoogleDefinitions.class.getResourceAsStream("/google-calendar/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when there is no such method, or it has no such parameter */
    void requireCall(String method, String parametersOf, Collection<String> parameters) {
        if (!methods.contains(method)) {
            throw new IllegalArgumentException("There is no method " + method + "; there are " + methods);
        }
        for (String parameter : parameters) {
            if (!types.hasMember("Params$Resource$" + parametersOf, parameter)
                    && !types.hasMember("StandardParameters", parameter)) {
                throw new IllegalArgumentException(parametersOf + " has no parameter " + parameter);
            }
        }
    }

    /** @throws IllegalArgumentException when the JSON is not of that schema; says where */
    JsonNode require(String schema, JsonNode json) {
        types.require("Schema$" + schema, json);
        return json;
    }
}
