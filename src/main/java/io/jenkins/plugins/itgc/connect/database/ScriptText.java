package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a script. */
final class ScriptText {
    /** Larger scripts are not judged, in bytes. */
    static final int LARGEST = 4 * 1024 * 1024;

    private ScriptText() {}

    /** @throws EvidenceUnavailable when it is not UTF-8, or larger than scripts that people review */
    static String of(String path, byte[] content) throws EvidenceUnavailable {
        if (content.length > LARGEST) {
            throw new EvidenceUnavailable(
                    Finding.of("migration.too-large", path, null, path, LARGEST / (1024 * 1024)), null);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            // said below
        }
        throw new EvidenceUnavailable(Finding.of("migration.unreadable", path, null, path), null);
    }
}
