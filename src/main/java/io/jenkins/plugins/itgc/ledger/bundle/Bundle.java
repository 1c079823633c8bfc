package io.jenkins.plugins.itgc.ledger.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A bundle to read: a folder, or a zip file of one. */
public abstract class Bundle implements AutoCloseable {
    /** The names of all that is in it; one that is there twice stands there twice. */
    abstract List<String> names() throws IOException;

    /** The content of a file. */
    abstract InputStream open(String name) throws IOException;

    @Override
    public void close() throws IOException {}

    /** @throws IOException when there is neither a folder nor a zip file */
    public static Bundle of(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path) : new Zip(new ZipFile(path.toFile()));
    }

    /** Packs a folder that {@link BundleWriter} wrote. */
    public static void zip(Path folder, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        List<String> names = new ArrayList<>(BundleFiles.LISTED);
        names.add(BundleFiles.MANIFEST);
        for (String name : names) {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(folder.resolve(name), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static final class Folder extends Bundle {
        private final Path folder;

        private Folder(Path folder) {
            this.folder = folder;
        }

        @Override
        List<String> names() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString()).sorted().toList();
            }
        }

        @Override
        InputStream open(String name) throws IOException {
            return new BufferedInputStream(Files.newInputStream(folder.resolve(name)), 1 << 16);
        }
    }

    private static final class Zip extends Bundle {
        private final ZipFile zip;

        private Zip(ZipFile zip) {
            this.zip = zip;
        }

        @Override
        List<String> names() {
            return Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
        }

        @Override
        InputStream open(String name) throws IOException {
            return new BufferedInputStream(zip.getInputStream(zip.getEntry(name)), 1 << 16);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
