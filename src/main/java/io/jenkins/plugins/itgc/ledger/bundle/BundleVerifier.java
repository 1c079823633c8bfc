package io.jenkins.plugins.itgc.ledger.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.attest.Checkpoint;
import io.jenkins.plugins.itgc.ledger.attest.CheckpointChain;
import io.jenkins.plugins.itgc.ledger.attest.Envelope;
import io.jenkins.plugins.itgc.ledger.attest.PredicateType;
import io.jenkins.plugins.itgc.ledger.attest.Statement;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Verifies a bundle from nothing but its files, and what the auditor kept elsewhere. */
public final class BundleVerifier {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bundle bundle;
    private final Witness witness;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, String> hashes = new HashMap<>();
    private List<VerifyingKey> keys = List.of();
    private String stream = "";

    /**
     * What was kept elsewhere.
     *
     * @param keys the only keys whose word counts; empty for those in the bundle
     * @param checkpoints lines of checkpoints that the ledger must agree with
     */
    public record Witness(List<VerifyingKey> keys, List<String> checkpoints) {
        /** Nothing was kept: the bundle is only compared with itself. */
        public static final Witness NONE = new Witness(List.of(), List.of());

        public Witness {
            keys = List.copyOf(keys);
            checkpoints = List.copyOf(checkpoints);
        }
    }

    private BundleVerifier(Bundle bundle, Witness witness) {
        this.bundle = bundle;
        this.witness = witness;
    }

    /** @throws IOException when the bundle cannot be read at all */
    public static BundleReport verify(Bundle bundle, Witness witness) throws IOException {
        return new BundleVerifier(bundle, witness).verify();
    }

    private BundleReport verify() throws IOException {
        requireFiles();
        if (!problems.isEmpty()) {
            return report(new Verification(0, java.util.Optional.empty()));
        }
        readKeys();
        Statement manifest = manifest();
        TreeMap<Long, String> signed = new TreeMap<>();
        checkpoints(signed);
        kept(signed);
        Verification chain = new EntriesCheck(bundle, signed, keys, hashes).check(problems);
        tables();
        if (manifest != null) {
            compare(manifest, chain);
        }
        remarks.addAll(chain.remarks());
        return report(chain);
    }

    private BundleReport report(Verification chain) {
        return new BundleReport(
                chain, problems, remarks, keys.stream().map(VerifyingKey::id).toList());
    }

    private void requireFiles() throws IOException {
        List<String> expected = new ArrayList<>(BundleFiles.LISTED);
        expected.add(BundleFiles.MANIFEST);
        List<String> found = new ArrayList<>(bundle.names());
        expected.forEach(name -> {
            if (!found.remove(name)) {
                problems.add(name + " is missing.");
            }
        });
        found.forEach(name -> problems.add(name + " does not belong in a bundle, or is there twice."));
    }

    private void readKeys() throws IOException {
        try (Lines file = new Lines(bundle.open(BundleFiles.KEYS))) {
            hashes.put(BundleFiles.KEYS, file.hash());
        }
        try {
            keys = VerifyingKey.all(text(BundleFiles.KEYS));
        } catch (IllegalArgumentException e) {
            problems.add(BundleFiles.KEYS + ": " + e.getMessage());
        }
        if (witness.keys().isEmpty()) {
            remarks.add(
                    "The keys are the bundle's own. Compare their fingerprints with those that you got another way.");
        } else {
            keys = witness.keys();
        }
    }

    private String text(String name) throws IOException {
        return new String(bundle.open(name).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The manifest's statement; null when it is not what it should be. */
    private @Nullable Statement manifest() throws IOException {
        String text = text(BundleFiles.MANIFEST);
        try {
            if (!text.endsWith("\n")) {
                throw new IllegalArgumentException("It does not end as it should.");
            }
            Envelope envelope = Envelope.read(text.substring(0, text.length() - 1));
            requireSigner(envelope.keyId());
            Statement manifest = envelope.statement(keys);
            if (!manifest.predicateType().equals(PredicateType.EXPORT.uri())) {
                throw new IllegalArgumentException("It is no list of a bundle's files.");
            }
            stream = JSON.valueToTree(manifest.predicate()).path("stream").asText();
            return manifest;
        } catch (IllegalArgumentException e) {
            problems.add(BundleFiles.MANIFEST + ": " + e.getMessage());
            return null;
        }
    }

    private void requireSigner(String id) {
        if (keys.stream().noneMatch(key -> key.id().equals(id))
                && witness.keys().isEmpty()) {
            problems.add(BundleFiles.KEYS + " lacks the key by which " + BundleFiles.MANIFEST + " says it was signed.");
        }
    }

    private void checkpoints(Map<Long, String> signed) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Lines file = new Lines(bundle.open(BundleFiles.CHECKPOINTS))) {
            for (String line = file.next(); line != null; line = file.next()) {
                lines.add(line);
            }
            signed.putAll(CheckpointChain.read(streamOf(lines), lines, keys).signed());
            hashes.put(BundleFiles.CHECKPOINTS, file.hash());
        } catch (Lines.Unreadable | CheckpointChain.Broken e) {
            problems.add(BundleFiles.CHECKPOINTS + ": " + e.getMessage());
        }
        if (lines.isEmpty()) {
            remarks.add("There is no checkpoint: a chain that was rewritten from some entry on would not be found.");
        }
    }

    /** The manifest names the stream; where it cannot be read, the checkpoints must at least agree with each other. */
    private String streamOf(List<String> lines) {
        return stream.isEmpty() && !lines.isEmpty() ? CheckpointChain.streamOf(lines.get(0)) : stream;
    }

    private void kept(Map<Long, String> signed) {
        int number = 0;
        for (String line : witness.checkpoints()) {
            number++;
            try {
                Checkpoint kept = CheckpointChain.kept(stream, line, keys);
                String other = signed.put(kept.sequence(), kept.hash());
                if (other != null && !other.equals(kept.hash())) {
                    problems.add("Entry " + kept.sequence()
                            + ": the bundle's checkpoint contradicts the one that was kept.");
                }
            } catch (IllegalArgumentException e) {
                problems.add("Checkpoint " + number + " of those that were kept: " + e.getMessage());
            }
        }
    }

    private void tables() throws IOException {
        for (String name : BundleFiles.TABLES) {
            try (Lines file = new Lines(bundle.open(name))) {
                hashes.put(name, file.hash());
            }
        }
    }

    private void compare(Statement manifest, Verification chain) {
        Map<String, String> listed = new TreeMap<>();
        manifest.subject().forEach(file -> listed.put(file.name(), file.digest().get("sha256")));
        for (String name : BundleFiles.LISTED) {
            if (hashes.containsKey(name) && !hashes.get(name).equals(listed.get(name))) {
                problems.add(name + " is not the file that was exported: its hash is not the one in "
                        + BundleFiles.MANIFEST + ".");
            }
        }
        JsonNode said = JSON.valueToTree(manifest.predicate());
        if (chain.intact() && said.path("entries").asLong(-1) != chain.entries()) {
            problems.add(BundleFiles.ENTRIES + " holds " + chain.entries() + " entries; "
                    + said.path("entries").asText("?") + " were exported.");
        }
    }
}
