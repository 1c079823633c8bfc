package hudson.model;

/** Where builds wait for their start. */
public class Queue {
    private Queue() {}

    /** What is being carried out. */
    public interface Executable {}
}
