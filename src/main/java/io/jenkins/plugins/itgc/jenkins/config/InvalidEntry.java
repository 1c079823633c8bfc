package io.jenkins.plugins.itgc.jenkins.config;

import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.DateTimeException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * A value that makes no sense. Only binding throws it: configuration as code fails with its message, and whoever saves the
 * form is answered with it. What is saved already is read without, so that a controller still starts.
 */
final class InvalidEntry extends IllegalArgumentException implements HttpResponse {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    private InvalidEntry(String entry, String key, String problem, Throwable cause) {
        super(entry + " has no valid \"" + key + "\": " + sentence(problem), cause);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /**
     * @param entry what the value belongs to, as the beginning of a sentence
     * @param problem what to do about it
     */
    static void unless(boolean fine, String entry, String key, String problem) {
        if (!fine) {
            throw new InvalidEntry(entry, key, problem, null);
        }
    }

    /** Does what fails on a value that makes no sense, to name the entry and the key then. */
    static void check(String entry, String key, Runnable use) {
        try {
            use.run();
        } catch (InvalidPolicy e) {
            throw new InvalidEntry(entry, key, e.problem().english(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidEntry(entry, key, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        HttpResponses.errorWithoutStack(BAD_REQUEST, getMessage()).generateResponse(request, response, node);
    }
}
