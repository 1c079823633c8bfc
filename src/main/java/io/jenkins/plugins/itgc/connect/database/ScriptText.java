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
            throw unreadable(path, "is larger than " + LARGEST / (1024 * 1024) + " MiB", "Split it into smaller ones.");
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
        throw unreadable(path, "is not written in UTF-8", "Save it in UTF-8.");
    }

    private static EvidenceUnavailable unreadable(String path, String why, String next) {
        Finding finding =
                new Finding("migration.unreadable", "The migration " + path + " " + why + ".", path, null, next);
        return new EvidenceUnavailable(finding, null);
    }
}
