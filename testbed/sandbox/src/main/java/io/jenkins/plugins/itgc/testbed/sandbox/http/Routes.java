package io.jenkins.plugins.itgc.testbed.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the endpoint for a method and a path. In a pattern {name} is a segment and {name+} is all that follows. */
public final class Routes {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(\\+?)}");

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, String template, Pattern path, List<String> variables, Endpoint endpoint) {}

    /** An endpoint with what the path gave for it. */
    public record Found(Endpoint endpoint, Map<String, String> variables) {}

    /** Adds an endpoint. */
    public Routes on(String method, String template, Endpoint endpoint) {
        List<String> variables = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(end, matcher.start())));
            regex.append(matcher.group(2).isEmpty() ? "([^/]+)" : "(.+)");
            variables.add(matcher.group(1));
            end = matcher.end();
        }
        regex.append(Pattern.quote(template.substring(end)));
        routes.add(new Route(method, template, Pattern.compile(regex.toString()), variables, endpoint));
        return this;
    }

    /** All as "METHOD template", in the order in which they were added. */
    public List<String> templates() {
        return routes.stream()
                .map(route -> route.method() + " " + route.template())
                .toList();
    }

    /** The first that fits. */
    public Optional<Found> find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return Optional.of(new Found(route.endpoint(), variables(route, matcher)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> variables(Route route, Matcher matcher) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < route.variables().size(); i++) {
            String raw = matcher.group(i + 1).replace("+", "%2B");
            values.put(route.variables().get(i), URLDecoder.decode(raw, StandardCharsets.UTF_8));
        }
        return values;
    }
}
