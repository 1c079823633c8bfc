package hudson.model;

import java.io.IOException;

/** Something that can write itself to disk. */
public interface Saveable {
    void save() throws IOException;
}
