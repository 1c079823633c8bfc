package io.jenkins.plugins.itgc.jenkins.bot;

import hudson.ExtensionPoint;
import java.time.Instant;

/** Something that is done every minute, off every request and build. */
public interface PeriodicTask extends ExtensionPoint {
    /** May block; a failure is logged and the next run is as due as before. */
    void run(Instant now);
}
