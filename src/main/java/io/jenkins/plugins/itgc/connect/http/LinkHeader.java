package io.jenkins.plugins.itgc.connect.http;

import io.jenkins.plugins.itgc.gate.Message;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paging header of RFC 8288, as far as code hosts use it. */
final class LinkHeader {
    private static final Pattern NEXT = Pattern.compile("<([^<>]*)>[^<,]*;\\s*rel=\"?next\"?(?=[\\s;,]|$)");

    private LinkHeader() {}

    static Optional<URI> next(URI request, List<String> headers) {
        Matcher next = NEXT.matcher(String.join(",", headers));
        return next.find() ? Optional.of(address(request, next.group(1))) : Optional.empty();
    }

    private static URI address(URI request, String text) {
        try {
            return request.resolve(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswer(request.getPath(), Message.of("connect.answer.no-next-page"));
        }
    }
}
