package org.kohsuke.stapler;

/** An object that decides who answers in its place. */
public interface StaplerProxy {
    /** The object that answers, or null for nobody. */
    Object getTarget();
}
