package io.jenkins.plugins.itgc.people;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everybody who contributed to a change, with the part each had; none of them is a peer of it. */
public final class Contributors {
    private final Map<String, Message> parts;

    /** @param parts login in lower case, and the part each had, such as "committed 3f2a" */
    public Contributors(Map<String, Message> parts) {
        this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** All of them: login in lower case, and the part each had. */
    public Map<String, Message> parts() {
        return parts;
    }

    /** What part an account of the code host had; empty when none. The login may be in any case of letters. */
    public Optional<Message> partOf(String login) {
        return Optional.ofNullable(parts.get(login.toLowerCase(Locale.ROOT)));
    }
}
