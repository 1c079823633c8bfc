package io.jenkins.plugins.itgc.dashboard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps over restarts what came of the last verification. It is no evidence: who doubts it verifies again, and where it is
 * lost that happens by itself.
 *
 * @param folder where it is kept
 */
public record VerificationFile(Path folder) {
    private static final Logger LOG = Logger.getLogger(VerificationFile.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Path file() {
        return folder.resolve("verification.json");
    }

    /** What was kept last; never, where nothing was or it cannot be read. */
    public VerificationState read() {
        try {
            return Files.exists(file())
                    ? JSON.readValue(Files.readString(file()), VerificationState.class)
                    : VerificationState.NEVER;
        } catch (JacksonException e) {
            LOG.log(Level.WARNING, "{0} is no outcome of a verification; the ledger is verified again", file());
            return VerificationState.NEVER;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The outcome of the last verification cannot be read; it is done again", e);
            return VerificationState.NEVER;
        }
    }

    /** Keeps it; a failure is logged, since it costs one more verification only. */
    public void write(VerificationState state) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "verification", null);
            Files.writeString(half, JSON.writeValueAsString(state));
            Files.move(half, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The outcome of the verification is forgotten at the next start; look at " + folder,
                    e);
        }
    }
}
