package io.jenkins.plugins.itgc.testbed.sandbox.page;

import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;

/** A page under construction. Whatever comes from the world is escaped. */
final class Html {
    private final StringBuilder body = new StringBuilder();
    private final String title;

    Html(String title) {
        this.title = title;
        raw("<h1>").text(title).raw("</h1>");
    }

    Html raw(String markup) {
        body.append(markup);
        return this;
    }

    Html text(Object text) {
        body.append(escaped(String.valueOf(text)));
        return this;
    }

    Html fact(String name, Object value) {
        return raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>");
    }

    Html link(String path, Object text) {
        return raw("<a href=\"").text(path).raw("\">").text(text).raw("</a>");
    }

    Answer answer(int status) {
        String page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title><link rel=\"stylesheet\" href=\"/sandbox.css\"></head><body><header><a href=\"/\">Sandbox</a>"
                + "</header><main>" + body + "</main></body></html>\n";
        return Answer.text(status, "text/html; charset=utf-8", page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
