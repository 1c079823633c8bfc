package io.jenkins.plugins.itgc.deploy;

/** Settles deploys whose build is over, and tells whoever wants to hear how they ended. Calls may block on the disk. */
public interface Settlement {
    /** @return whether anything was settled */
    boolean settle();
}
