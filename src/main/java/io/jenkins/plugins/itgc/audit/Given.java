package io.jenkins.plugins.itgc.audit;

import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleReport;
import io.jenkins.plugins.itgc.ledger.bundle.BundleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A bundle with what the auditor kept elsewhere.
 *
 * @param path the bundle
 * @param witness keys and checkpoints that were kept
 */
record Given(Path path, BundleVerifier.Witness witness) {
    /** The bundle is not what it was; nothing is derived from it. */
    static final class NotIntact extends IOException {
        private static final long serialVersionUID = 1L;

        NotIntact(String first) {
            super("the bundle is not intact. " + first + " Run verify.");
        }
    }

    /** Options of a command with those that every command has. */
    static Set<String> options(String... more) {
        Set<String> all = new TreeSet<>(Set.of("--key", "--checkpoint"));
        all.addAll(List.of(more));
        return all;
    }

    static Given of(String path, Arguments arguments) throws IOException {
        List<VerifyingKey> keys = new ArrayList<>();
        for (String file : arguments.all("--key")) {
            keys.addAll(VerifyingKey.all(Files.readString(Path.of(file))));
        }
        List<String> checkpoints = new ArrayList<>();
        for (String file : arguments.all("--checkpoint")) {
            checkpoints.addAll(Files.readAllLines(Path.of(file)));
        }
        return new Given(Path.of(path), new BundleVerifier.Witness(keys, checkpoints));
    }

    Bundle open() throws IOException {
        return Bundle.of(path);
    }

    BundleReport verify() throws IOException {
        try (Bundle bundle = open()) {
            return BundleVerifier.verify(bundle, witness);
        }
    }

    /** Opens it when it is intact. */
    Bundle intact() throws IOException {
        BundleReport report = verify();
        if (!report.intact()) {
            throw new NotIntact(report.problems().get(0));
        }
        return open();
    }
}
