package io.jenkins.plugins.itgc.text;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people write them: {@code 30s}, {@code 45m}, {@code 8h}, {@code 3d}. */
public final class Lengths {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    private Lengths() {}

    /**
     * @param what names the field in the error
     * @throws IllegalArgumentException when it is not of that form
     */
    public static Duration parse(String text, String what) {
        Matcher form = FORM.matcher(text.trim());
        if (!form.matches()) {
            throw new InvalidValue(Message.of("window.text.length", text, what));
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** The other value for no text. */
    public static Duration parse(@Nullable String text, String what, Duration otherwise) {
        return text == null || text.isBlank() ? otherwise : parse(text, what);
    }
}
