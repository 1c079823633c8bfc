package io.jenkins.plugins.itgc.testbed.controller.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Files that the controller and plugins ship for browsers. */
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "mjs", "text/javascript;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "html", "text/html;charset=UTF-8");

    private StaticFiles() {}

    /** Writes the rest of the path as a file below this folder of the class path; null if there is none. */
    static Object serve(WebRequest request, WebResponse response, String folder) throws IOException {
        String path = request.getRestOfPath();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || path.contains("..") || path.contains("\\")) {
            return null;
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(folder + path)) {
            if (in == null) {
                return null;
            }
            response.setContentType(type);
            in.transferTo(response.getOutputStream());
            return Step.ANSWERED;
        }
    }
}
