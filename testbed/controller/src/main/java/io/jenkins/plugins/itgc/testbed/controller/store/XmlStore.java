package io.jenkins.plugins.itgc.testbed.controller.store;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.XStreamException;
import com.thoughtworks.xstream.security.AnyTypePermission;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads and writes objects as XML, never leaving a half-written file. */
public final class XmlStore {
    private XmlStore() {}

    /** A writer and reader for the types of the class path. */
    public static XStream xstream() {
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY);
        xstream.setClassLoader(Thread.currentThread().getContextClassLoader());
        xstream.registerConverter(new SecretConverter());
        xstream.ignoreUnknownElements();
        return xstream;
    }

    /** Reads a file, into the target if there is one. */
    public static Object read(XStream xstream, File file, Object target) throws IOException {
        try (Reader reader = Files.newBufferedReader(file.toPath())) {
            return target == null ? xstream.fromXML(reader) : xstream.fromXML(reader, target);
        } catch (XStreamException e) {
            throw new IOException("Unable to read " + file, e);
        }
    }

    /** Writes a file in one step. */
    public static void write(XStream xstream, File file, Object value) throws IOException {
        String xml;
        try {
            xml = "<?xml version='1.1' encoding='UTF-8'?>\n" + xstream.toXML(value) + "\n";
        } catch (XStreamException e) {
            throw new IOException("Unable to write " + file, e);
        }
        replace(
                file.toPath(),
                xml.replace("<?xml version='1.1'", "<?xml version='1.0'").getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file in one step. */
    public static void replace(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
