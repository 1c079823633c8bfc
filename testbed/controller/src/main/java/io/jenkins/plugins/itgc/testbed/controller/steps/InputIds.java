package io.jenkins.plugins.itgc.testbed.controller.steps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The ids of questions. */
public final class InputIds {
    private InputIds() {}

    /** The id of a question that was given none. */
    public static String ofMessage(String message) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(message.getBytes(StandardCharsets.UTF_8));
            return capitalised(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id with a capital in front; one that cannot stand in a URL is an IllegalArgumentException. */
    public static String checked(String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        if (!id.matches("[A-Za-z0-9_.~-]+") || id.matches("\\.+")) {
            throw new IllegalArgumentException("An input's id must be fit for a URL: '" + id + "' is not");
        }
        return capitalised(id);
    }

    private static String capitalised(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
