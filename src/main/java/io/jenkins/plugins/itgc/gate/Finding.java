package io.jenkins.plugins.itgc.gate;

import java.util.Objects;

/**
 * One thing that is wrong, written for the person who must act.
 *
 * @param code stable identifier for machines and documentation, such as {@code review.self-approval}
 * @param what what is wrong, a sentence
 * @param subject name of the object it is wrong with, such as {@code acme/orders#12}
 * @param link address of that object; null where it has none
 * @param next what to do next, a sentence
 */
public record Finding(String code, String what, String subject, String link, String next) {
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(next, "next");
    }
}
