package org.jenkinsci.plugins.github.extension;

import jenkins.scm.api.SCMEvent;
import org.kohsuke.github.GHEvent;

/** An event that the GitHub plugin received. */
public class GHSubscriberEvent extends SCMEvent<String> {
    private final String eventGuid;
    private final GHEvent event;

    public GHSubscriberEvent(String eventGuid, String origin, GHEvent event, String payload) {
        super(Type.UPDATED, System.currentTimeMillis(), payload, origin);
        this.eventGuid = eventGuid;
        this.event = event;
    }

    public GHEvent getGHEvent() {
        return event;
    }

    /** The id of the delivery; null when it had none. */
    public String getEventGuid() {
        return eventGuid;
    }
}
