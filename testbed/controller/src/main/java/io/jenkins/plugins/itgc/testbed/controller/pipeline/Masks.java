package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import java.io.Serializable;
import java.util.List;

/**
 * Secrets that must not show in the log.
 *
 * @param secrets the texts that are replaced
 */
public record Masks(List<String> secrets) implements Serializable {
    /** Both this one's secrets and further ones. */
    public static Masks merge(Masks outer, List<String> inner) {
        if (outer == null) {
            return new Masks(List.copyOf(inner));
        }
        java.util.ArrayList<String> all = new java.util.ArrayList<>(outer.secrets);
        all.addAll(inner);
        return new Masks(List.copyOf(all));
    }

    /** The line with stars in place of the secrets, the longest first. */
    public String mask(String line) {
        String masked = line;
        for (String secret : longestFirst()) {
            masked = masked.replace(secret, "****");
        }
        return masked;
    }

    private List<String> longestFirst() {
        return secrets.stream()
                .filter(s -> !s.isEmpty())
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }
}
