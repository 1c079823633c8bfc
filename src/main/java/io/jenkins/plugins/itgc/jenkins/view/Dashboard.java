package io.jenkins.plugins.itgc.jenkins.view;

import java.util.Locale;
import org.jvnet.localizer.LocaleProvider;

/**
 * What the page hands to the script in {@code data-} attributes; {@code app.jelly} is drawn from it wherever the dashboard
 * stands.
 */
public final class Dashboard {
    private final String data;
    private final String service;
    private final String environment;

    private Dashboard(String data, String service, String environment) {
        this.data = data;
        this.service = service;
        this.environment = environment;
    }

    /** @param service the only service to begin with; empty for all */
    static Dashboard of(String service, String environment) {
        return new Dashboard("", service, environment);
    }

    /** @param data where the one deploy comes from, relative to the page */
    static Dashboard shared(String data) {
        return new Dashboard(data, "", "");
    }

    /** {@code ja} or {@code en}. */
    public String getLanguage() {
        Locale locale = LocaleProvider.getLocale();
        return locale.getLanguage().equals("ja") ? "ja" : "en";
    }

    /** Where the one deploy of a share link comes from; empty for the whole dashboard. */
    public String getShared() {
        return data;
    }

    /** The only service that the page begins with; empty for all. */
    public String getService() {
        return service;
    }

    /** The only environment that the page begins with; empty for all. */
    public String getEnvironment() {
        return environment;
    }

    /** {@code hold}, {@code export}, {@code approve}: what the reader may do, separated by spaces. */
    public String getRights() {
        if (!data.isEmpty()) {
            return "";
        }
        JenkinsReader reader = new JenkinsReader();
        return ((reader.mayApprove() ? "approve " : "")
                        + (reader.mayHold() && DashboardPorts.holds().isPresent() ? "hold " : "")
                        + (reader.mayExport() ? "export" : ""))
                .strip();
    }
}
