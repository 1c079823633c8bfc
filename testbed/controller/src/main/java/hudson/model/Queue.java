package hudson.model;

import hudson.model.queue.SubTask;

/** Where builds wait for their start. */
public class Queue {
    /** What is being carried out. */
    public interface Executable {
        SubTask getParent();
    }
}
