package io.jenkins.plugins.itgc.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.collect.RangeSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.yaml.snakeyaml.Yaml;

/**
 * Packs the auditor's program: this plugin's own classes, as they are, and the few libraries that they need. So whoever has
 * the plugin has the program, in the same version.
 */
public final class AuditJar {
    private static final String HOUSE = "io/jenkins/plugins/itgc/";

    /** Of our own, only what does not know Jenkins. */
    private static final List<String> OWN =
            List.of(HOUSE + "audit/", HOUSE + "gate/", HOUSE + "ledger/", HOUSE + "people/", HOUSE + "review/");

    private static final List<Class<?>> LIBRARIES = List.of(
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            JavaTimeModule.class,
            Jdk8Module.class,
            YAMLMapper.class,
            Yaml.class,
            JsonCanonicalizer.class,
            CSVFormat.class);

    /** Of Guava, only its collections and what they rest on. */
    private static final List<String> COLLECTIONS = Stream.of("base", "collect", "math", "primitives")
            .map(part -> "com/google/common/" + part + "/")
            .toList();

    private AuditJar() {}

    /** Writes the jar named by the only argument. */
    public static void main(String[] file) throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(file[0]))) {
            write(out);
        }
    }

    /** The same classes always give the same bytes. */
    public static void write(OutputStream out) throws IOException {
        SortedMap<String, byte[]> content = new TreeMap<>();
        for (Class<?> library : LIBRARIES) {
            collect(library, content, List.of(""));
        }
        collect(RangeSet.class, content, COLLECTIONS);
        collect(Main.class, content, OWN);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        JarOutputStream jar = new JarOutputStream(out);
        put(jar, JarFile.MANIFEST_NAME, bytes(manifest));
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            put(jar, file.getKey(), file.getValue());
        }
        jar.finish();
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(315_619_200_000L)); // 1980, where zip files begin
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }

    private static void collect(Class<?> from, Map<String, byte[]> content, List<String> below) throws IOException {
        Path source = source(from);
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = source.relativize(file).toString().replace('\\', '/');
                    take(name, Files.readAllBytes(file), content, below);
                }
            }
            return;
        }
        try (JarFile jar = new JarFile(source.toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    take(entry.getName(), in.readAllBytes(), content, below);
                }
            }
        }
    }

    private static Path source(Class<?> from) throws IOException {
        try {
            return Path.of(
                    from.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("It is not known where " + from.getName() + " comes from.", e);
        }
    }

    private static void take(String name, byte[] bytes, Map<String, byte[]> content, List<String> below) {
        boolean wanted = name.endsWith(".class")
                ? !name.endsWith("module-info.class")
                : name.startsWith("META-INF/services/") || (name.startsWith(HOUSE) && name.endsWith(".properties"));
        if (wanted && below.stream().anyMatch(name::startsWith)) {
            content.put(name, bytes);
        }
    }
}
