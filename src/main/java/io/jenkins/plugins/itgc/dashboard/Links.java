package io.jenkins.plugins.itgc.dashboard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that come from outside. */
public final class Links {
    private static final Set<String> OPENABLE = Set.of("http", "https");

    private Links() {}

    /** The address if a browser may be sent there; null otherwise, for {@code javascript:} and its kind. */
    public static @Nullable String safe(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address.strip());
            boolean web = uri.getScheme() != null
                    && OPENABLE.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
            return web ? uri.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
