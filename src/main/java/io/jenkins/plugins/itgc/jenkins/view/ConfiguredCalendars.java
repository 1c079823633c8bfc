package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import io.jenkins.plugins.itgc.dashboard.CalendarData;
import io.jenkins.plugins.itgc.dashboard.CalendarSpans;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.gates.DeployCalendars;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import java.time.Instant;
import java.util.List;

/** The calendars of the environments as they are configured. */
@Extension
public class ConfiguredCalendars implements CalendarData, CalendarSpans.Windows {
    @Override
    public List<String> environments() {
        return ItgcConfiguration.get().getEnvironments().stream()
                .filter(environment -> environment.getWindow() != null)
                .map(EnvironmentEntry::getName)
                .toList();
    }

    @Override
    public WindowPolicy policy(String environment) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        return configuration.windowPolicy(configuration.environment(environment), WindowEntry.Wish.NONE);
    }

    @Override
    public List<Span> between(String environment, Instant from, Instant to) throws Unreadable {
        return spans().between(environment, from, to);
    }

    @Override
    public Status status(String environment) {
        return spans().status(environment);
    }

    private CalendarSpans spans() {
        ItgcServices services = ItgcServices.get();
        return new CalendarSpans(this, DeployCalendars.get(), services.reads(), services.clock());
    }
}
