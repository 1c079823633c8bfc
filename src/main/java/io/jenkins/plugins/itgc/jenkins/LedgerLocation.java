package io.jenkins.plugins.itgc.jenkins;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.security.ACL;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.jenkins.config.SharedLedgerEntry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.store.HomeLock;
import io.jenkins.plugins.itgc.ledger.store.LedgerHeld;
import io.jenkins.plugins.itgc.ledger.store.PostgresLedger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jenkins.model.Jenkins;

/** Where this controller's ledger is: in its home, or in a database that it shares with others. */
record LedgerLocation(Jenkins jenkins, SharedLedgerEntry entry) {
    /** Whose entries the ledger holds. */
    String stream() {
        return entry == null ? "main" : entry.getStream();
    }

    /**
     * Opens it for as long as this process lasts.
     *
     * @throws LedgerHeld when another controller has this home
     * @throws LedgerFailure when it cannot be opened; the message says what to look at
     */
    Ledger open(Clock clock) {
        Path folder = jenkins.getRootDir().toPath().resolve("itgc");
        HomeLock.take(folder);
        return entry == null
                ? SqliteLedger.open(folder.resolve("ledger.db"), clock)
                : PostgresLedger.open(settings(folder), clock);
    }

    private PostgresLedger.Settings settings(Path folder) {
        StandardUsernamePasswordCredentials login = CredentialsProvider.findCredentialByIdInItemGroup(
                entry.getCredentialsId(), StandardUsernamePasswordCredentials.class, jenkins, ACL.SYSTEM2, List.of());
        if (login == null) {
            throw new LedgerFailure(
                    "There are no credentials \"" + entry.getCredentialsId()
                            + "\" with user name and password for the ledger; enter them in the configuration.",
                    null);
        }
        try {
            return new PostgresLedger.Settings(
                    entry.getUrl(),
                    entry.getStream(),
                    owner(folder),
                    login.getUsername(),
                    login.getPassword().getPlainText());
        } catch (IllegalArgumentException e) {
            throw new LedgerFailure(Worded.of(e), e);
        }
    }

    /** Made once; tells this controller from others that were given the same stream by mistake. */
    private static String owner(Path folder) {
        Path file = folder.resolve("controller-id");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path half = Files.createTempFile(folder, "controller-id", null);
                Files.writeString(half, UUID.randomUUID().toString());
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new LedgerFailure("The file " + file + " cannot be used; check the folder and free space.", e);
        }
    }
}
