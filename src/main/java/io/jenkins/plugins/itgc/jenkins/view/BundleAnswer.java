package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A bundle as a zip file. It is written whole before the first byte goes out, so that no half one looks like a whole one. */
final class BundleAnswer implements HttpResponse {
    private final Path folder;

    private BundleAnswer(Path folder) {
        this.folder = folder;
    }

    /** @throws LedgerFailure when the ledger cannot be read or there is no room */
    static BundleAnswer of(BundleWriter writer, Path below) {
        try {
            Files.createDirectories(below);
            Path folder = Files.createTempDirectory(below, "bundle");
            BundleAnswer answer = new BundleAnswer(folder);
            boolean whole = false;
            try {
                writer.write(folder);
                whole = true;
            } finally {
                if (!whole) {
                    answer.remove();
                }
            }
            return answer;
        } catch (IOException e) {
            throw new LedgerFailure("A bundle cannot be written to " + below + "; check the disk and free space.", e);
        }
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        try {
            new Exports.Download("itgc-ledger.zip", "application/zip", this::zip)
                    .generateResponse(request, response, node);
        } finally {
            remove();
        }
    }

    private void zip(OutputStream out) throws IOException {
        Bundle.zip(folder, out);
    }

    private void remove() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
