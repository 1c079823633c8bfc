package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Blobs as GraphQL tells them: text up to half a megabyte, nothing for binary content. */
final class Texts {
    private static final int LARGEST = 512_000;

    private Texts() {}

    static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, 8000); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    static boolean isTruncated(byte[] content) {
        return content.length > LARGEST;
    }

    static String text(byte[] content) {
        if (isBinary(content)) {
            return null;
        }
        byte[] told = isTruncated(content) ? Arrays.copyOf(content, LARGEST) : content;
        return new String(told, StandardCharsets.UTF_8);
    }
}
