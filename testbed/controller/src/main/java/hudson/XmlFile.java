package hudson;

import com.thoughtworks.xstream.XStream;
import io.jenkins.plugins.itgc.testbed.controller.store.XmlStore;
import java.io.File;
import java.io.IOException;

/** One object in one XML file. */
public final class XmlFile {
    private final XStream xstream;
    private final File file;

    public XmlFile(File file) {
        this(XmlStore.xstream(), file);
    }

    public XmlFile(XStream xstream, File file) {
        this.xstream = xstream;
        this.file = file;
    }

    /** Where the object is kept. */
    public File getFile() {
        return file;
    }

    /** Reads a new object. */
    public Object read() throws IOException {
        return XmlStore.read(xstream, file, null);
    }

    /** Reads into an existing object. */
    public Object unmarshal(Object target) throws IOException {
        return XmlStore.read(xstream, file, target);
    }

    /** Writes the object in one step, never a half file. */
    public void write(Object value) throws IOException {
        XmlStore.write(xstream, file, value);
    }

    /** Whether something was written before. */
    public boolean exists() {
        return file.exists();
    }
}
