package hudson.model.listeners;

import hudson.ExtensionPoint;

/** Hears of items. */
public class ItemListener implements ExtensionPoint {
    public ItemListener() {}

    /** All items are loaded. */
    public void onLoaded() {}
}
