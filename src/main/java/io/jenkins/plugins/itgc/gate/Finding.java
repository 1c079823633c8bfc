package io.jenkins.plugins.itgc.gate;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, for the person who must act.
 *
 * @param code stable identifier for machines and documentation, such as {@code review.self-approval}
 * @param problem what is wrong
 * @param subject name of the object it is wrong with, such as {@code acme/orders#12}
 * @param link address of that object; null where it has none
 * @param remedy what to do next
 */
public record Finding(
        String code,
        Message problem,
        String subject,
        @Nullable String link,
        Message remedy) {
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * A finding whose sentences are {@code <code>.what} and {@code <code>.next} in the bundle.
     *
     * @param link may be null
     * @param arguments of both sentences
     */
    public static Finding of(String code, String subject, @Nullable String link, Object... arguments) {
        Message problem = Message.of(code + ".what", arguments);
        return new Finding(code, problem, subject, link, Message.of(code + ".next", arguments));
    }

    /** What is wrong, in English. */
    public String what() {
        return problem.english();
    }

    /** What is wrong, a sentence. */
    public String what(Locale locale) {
        return problem.in(locale);
    }

    /** What to do next, in English. */
    public String next() {
        return remedy.english();
    }

    /** What to do next, a sentence. */
    public String next(Locale locale) {
        return remedy.in(locale);
    }
}
