package io.jenkins.plugins.itgc.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Reads the bodies of entries. */
public final class EntryJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EntryJson() {}

    /** @throws LedgerFailure when the body is not what its kind says */
    public static <T> T read(Entry entry, Class<T> type) {
        try {
            return JSON.readValue(entry.body(), type);
        } catch (JsonProcessingException e) {
            throw new LedgerFailure(
                    "Entry " + entry.sequence() + " of the ledger is no readable " + entry.kind()
                            + "; ask an administrator to verify the ledger.",
                    e);
        }
    }
}
