package io.jenkins.plugins.itgc.testbed.controller.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jenkins.model.Jenkins;

/** Proofs that a POST comes from a page of the controller, one for each session. */
public final class Crumbs {
    /** The header or parameter that carries the crumb. */
    public static final String FIELD = "Jenkins-Crumb";

    private static final byte[] KEY = new SecureRandom().generateSeed(32);

    private Crumbs() {}

    /** The crumb of the request's session. */
    public static String of(HttpServletRequest request) {
        String who = Jenkins.getAuthentication2().getName() + ";"
                + request.getSession(true).getId();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(who.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isValid(HttpServletRequest request) {
        String given = request.getHeader(FIELD);
        boolean form = String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
        if (given == null && form) {
            given = request.getParameter(FIELD);
        }
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), of(request).getBytes(StandardCharsets.UTF_8));
    }
}
