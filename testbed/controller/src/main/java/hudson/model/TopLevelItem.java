package hudson.model;

/** An item that can stand directly below the root. */
public interface TopLevelItem extends Item {}
