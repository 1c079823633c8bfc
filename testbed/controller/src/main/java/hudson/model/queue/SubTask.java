package hudson.model.queue;

/** A part of something that can be carried out. */
public interface SubTask {}
