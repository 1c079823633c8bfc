package io.jenkins.plugins.itgc.connect.github;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes names from outside into addresses. */
final class PathSegments {
    private PathSegments() {}

    /** A path of a repository, with its slashes. */
    static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(PathSegments::encodedValue)
                .collect(Collectors.joining("/"));
    }

    /** One segment or one value of a query. */
    static String encodedValue(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
