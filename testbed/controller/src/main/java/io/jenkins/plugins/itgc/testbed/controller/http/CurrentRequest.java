package io.jenkins.plugins.itgc.testbed.controller.http;

import java.util.Locale;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The request that a thread answers. */
public final class CurrentRequest {
    private record Exchange(StaplerRequest2 request, StaplerResponse2 response) {}

    private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

    static {
        // Texts are in the language of whoever asks, as in Jenkins.
        LocaleProvider.setProvider(new LocaleProvider() {
            @Override
            public Locale get() {
                StaplerRequest2 request = request();
                return request == null ? Locale.getDefault() : request.getLocale();
            }
        });
    }

    private CurrentRequest() {}

    static void set(StaplerRequest2 request, StaplerResponse2 response) {
        CURRENT.set(new Exchange(request, response));
    }

    static void clear() {
        CURRENT.remove();
    }

    /** The request, or null. */
    public static StaplerRequest2 request() {
        Exchange exchange = CURRENT.get();
        return exchange == null ? null : exchange.request();
    }

    /** The response, or null. */
    public static StaplerResponse2 response() {
        Exchange exchange = CURRENT.get();
        return exchange == null ? null : exchange.response();
    }
}
