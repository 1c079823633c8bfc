package org.jenkinsci.plugins.github.extension;

import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.Set;
import org.kohsuke.github.GHEvent;

/** Hears of the events that the GitHub plugin receives. */
public abstract class GHEventsSubscriber implements ExtensionPoint {
    /** Whether webhooks for this item should send {@link #events}. */
    protected abstract boolean isApplicable(Item item);

    protected abstract Set<GHEvent> events();

    /** Called in the thread of the request. */
    protected void onEvent(GHSubscriberEvent event) {}
}
