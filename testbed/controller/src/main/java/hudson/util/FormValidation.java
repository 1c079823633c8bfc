package hudson.util;

import hudson.Util;
import io.jenkins.plugins.itgc.testbed.controller.http.Answers;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** What a form says about the value of a field. */
public abstract class FormValidation extends IOException implements HttpResponse {
    private static final long serialVersionUID = 1L;

    /** How serious it is. */
    public enum Kind {
        OK,
        WARNING,
        ERROR
    }

    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static FormValidation ok() {
        return plain(Kind.OK, null);
    }

    public static FormValidation ok(String message) {
        return plain(Kind.OK, message);
    }

    public static FormValidation warning(String message) {
        return plain(Kind.WARNING, message);
    }

    public static FormValidation error(String message) {
        return plain(Kind.ERROR, message);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    public static FormValidation ok(String format, Object... args) {
        return ok(String.format(format, args));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    public static FormValidation warning(String format, Object... args) {
        return warning(String.format(format, args));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    public static FormValidation error(String format, Object... args) {
        return error(String.format(format, args));
    }

    public static FormValidation error(Throwable cause, String message) {
        FormValidation result = error(message);
        result.initCause(cause);
        return result;
    }

    /** The most serious one's kind, with the messages of all. */
    public static FormValidation aggregate(Collection<? extends FormValidation> validations) {
        Kind worst = validations.stream()
                .map(v -> v.kind)
                .max(Comparator.naturalOrder())
                .orElse(Kind.OK);
        String html = validations.stream().map(FormValidation::renderHtml).collect(Collectors.joining());
        return markup(worst, html);
    }

    public static FormValidation errorWithMarkup(String html) {
        return markup(Kind.ERROR, html);
    }

    public static FormValidation warningWithMarkup(String html) {
        return markup(Kind.WARNING, html);
    }

    public static FormValidation okWithMarkup(String html) {
        return markup(Kind.OK, html);
    }

    /** An error if the text is empty. */
    public static FormValidation validateRequired(String value) {
        return Util.fixEmptyAndTrim(value) == null ? error("This field is required") : ok();
    }

    private static FormValidation plain(Kind kind, String message) {
        return new Message(kind, message, message == null ? null : Util.escape(message));
    }

    private static FormValidation markup(Kind kind, String html) {
        return new Message(kind, html, html);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        Answers.html(response, 200, renderHtml());
    }

    public abstract String renderHtml();

    private static final class Message extends FormValidation {
        private static final long serialVersionUID = 1L;
        private final String html;

        Message(Kind kind, String message, String html) {
            super(kind, message);
            this.html = html;
        }

        @Override
        public String renderHtml() {
            if (html == null) {
                return "<div/>";
            }
            return "<div class=\"" + kind.name().toLowerCase(Locale.ROOT) + "\">" + html + "</div>";
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return kind + ": " + getMessage();
        }
    }
}
