package org.kohsuke.stapler;

import io.jenkins.plugins.itgc.testbed.controller.http.Answers;

/** The usual answers. */
public class HttpResponses {
    protected HttpResponses() {}

    /** An answer that can be thrown too. */
    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        private static final long serialVersionUID = 1L;

        protected HttpResponseException() {}
    }

    public static HttpResponseException ok() {
        return status(200);
    }

    public static HttpResponseException notFound() {
        return status(404);
    }

    public static HttpResponseException forbidden() {
        return status(403);
    }

    public static HttpResponseException status(int code) {
        return Answers.thrown(Answers.status(code));
    }

    public static HttpResponseException error(int code, String message) {
        return errorWithoutStack(code, message);
    }

    public static HttpResponseException errorWithoutStack(int code, String message) {
        return Answers.thrown(Answers.text(code, message));
    }

    public static HttpResponse redirectToDot() {
        return Answers.redirect(".");
    }

    public static HttpResponseException redirectViaContextPath(String path) {
        return Answers.thrown(Answers.redirectBelowContext(path));
    }

    public static HttpResponse text(String plainText) {
        return Answers.text(200, plainText);
    }
}
