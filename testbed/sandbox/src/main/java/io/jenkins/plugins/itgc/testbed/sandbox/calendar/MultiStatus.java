package io.jenkins.plugins.itgc.testbed.sandbox.calendar;

import io.jenkins.plugins.itgc.testbed.sandbox.model.Calendar;

/** A WebDAV answer about many things. */
final class MultiStatus {
    private final StringBuilder text = new StringBuilder("""
            <?xml version="1.0" encoding="utf-8"?>
            <d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
            """);

    void add(String path, String object) {
        text.append("<d:response><d:href>")
                .append(escaped(path))
                .append("</d:href><d:propstat><d:prop><d:getetag>")
                .append(escaped(Calendar.mark(object)))
                .append("</d:getetag><c:calendar-data>")
                .append(escaped(object))
                .append("</c:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>\n");
    }

    String text() {
        return text + "</d:multistatus>\n";
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
