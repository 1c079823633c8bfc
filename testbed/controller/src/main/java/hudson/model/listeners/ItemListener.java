package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Item;

/** Hears of items. */
public class ItemListener implements ExtensionPoint {
    public ItemListener() {}

    /** All items are loaded. */
    public void onLoaded() {}

    /** An item was renamed or moved. The testbed does neither, so only tests call it. */
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {}
}
