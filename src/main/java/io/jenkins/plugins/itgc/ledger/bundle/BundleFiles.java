package io.jenkins.plugins.itgc.ledger.bundle;

import java.util.List;

/** What a bundle consists of. */
public final class BundleFiles {
    /** Public keys, PEM. */
    public static final String KEYS = "keys.pem";

    /** All checkpoints, a DSSE envelope a line. */
    public static final String CHECKPOINTS = "checkpoints.jsonl";

    /** All entries, one a line, as {@link EntryLine} has them. */
    public static final String ENTRIES = "entries.jsonl";

    /** Statements about single entries, a DSSE envelope a line. */
    public static final String ATTESTATIONS = "attestations.jsonl";

    /** All deploys. */
    public static final String DEPLOYS = "deploys.csv";

    /** What the gates said and people did. */
    public static final String EVIDENCE = "evidence.csv";

    /** What went another way. */
    public static final String EXCEPTIONS = "exceptions.csv";

    /** The signed list of the other files with their hashes, a DSSE envelope. */
    public static final String MANIFEST = "manifest.json";

    /** The tables among them. */
    static final List<String> TABLES = List.of(DEPLOYS, EVIDENCE, EXCEPTIONS);

    /** All but the manifest, which names them. */
    static final List<String> LISTED = List.of(KEYS, CHECKPOINTS, ENTRIES, ATTESTATIONS, DEPLOYS, EVIDENCE, EXCEPTIONS);

    private BundleFiles() {}
}
