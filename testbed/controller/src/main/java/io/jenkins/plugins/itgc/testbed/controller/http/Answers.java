package io.jenkins.plugins.itgc.testbed.controller.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Writes the answers of web methods. */
public final class Answers {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private interface Writer {
        void write(StaplerRequest2 request, StaplerResponse2 response) throws IOException;
    }

    private Answers() {}

    private static HttpResponse of(Writer writer) {
        return new HttpResponse() {
            @Override
            public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                    throws IOException {
                writer.write(request, response);
            }
        };
    }

    /** A bare status. */
    public static HttpResponse status(int code) {
        return of((request, response) -> response.setStatus(code));
    }

    /** Plain text. */
    public static HttpResponse text(int code, String text) {
        return of((request, response) -> write(response, code, "text/plain", text));
    }

    /** A redirect, relative to the request. */
    public static HttpResponse redirect(String url) {
        return of((request, response) -> response.sendRedirect2(url));
    }

    /** A redirect to a path below the context path. */
    public static HttpResponse redirectBelowContext(String path) {
        String rest = path.startsWith("/") ? path : "/" + path;
        return of((request, response) -> response.sendRedirect2(request.getContextPath() + rest));
    }

    /** The answer in a form that can be thrown. */
    public static HttpResponses.HttpResponseException thrown(HttpResponse answer) {
        return new Thrown(answer);
    }

    /** Writes JSON. */
    public static void json(HttpServletResponse response, int code, Object value) throws IOException {
        write(response, code, "application/json", JSON.writeValueAsString(value));
    }

    /** Writes HTML. */
    public static void html(HttpServletResponse response, int code, String html) throws IOException {
        write(response, code, "text/html", html);
    }

    /** Writes a text of some type. */
    public static void write(HttpServletResponse response, int code, String type, String text) throws IOException {
        response.setStatus(code);
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Thrown extends HttpResponses.HttpResponseException {
        private static final long serialVersionUID = 1L;
        private final transient HttpResponse answer;

        Thrown(HttpResponse answer) {
            this.answer = answer;
        }

        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException, ServletException {
            answer.generateResponse(request, response, node);
        }
    }
}
