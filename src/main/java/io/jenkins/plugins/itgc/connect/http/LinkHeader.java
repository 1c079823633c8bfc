package io.jenkins.plugins.itgc.connect.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paging header of RFC 8288, as far as code hosts use it. */
final class LinkHeader {
    private static final Pattern NEXT = Pattern.compile("<([^<>]+)>\\s*;\\s*rel=\"next\"");

    private LinkHeader() {}

    static Optional<URI> next(String header) {
        Matcher next = NEXT.matcher(header);
        return next.find() ? Optional.of(URI.create(next.group(1))) : Optional.empty();
    }
}
