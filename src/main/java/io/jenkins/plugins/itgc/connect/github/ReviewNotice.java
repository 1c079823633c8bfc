package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says on GitHub what was ruled about a pull request.
 *
 * @param gitHub where
 * @param review whether as a review
 * @param status whether as a commit status
 * @param language in which it is said
 */
public record ReviewNotice(GitHub gitHub, boolean review, boolean status, Locale language) {
    /** What is said when nothing is to be written, for the console. */
    public static final String NOTHING = "Nothing was written to GitHub.";

    /** One way to say it. */
    private interface Way {
        Written write() throws EvidenceUnavailable, InterruptedException;
    }

    /**
     * Writes the ruling as a review and as a status, as far as wanted.
     *
     * @return what was written, in English, for the console
     * @throws EvidenceUnavailable when one of them could not be written; the other is tried all the same
     */
    public String publish(Ruling ruling) throws EvidenceUnavailable, InterruptedException {
        return said(
                review ? () -> gitHub.reviews().publish(ruling, language) : null,
                status ? () -> gitHub.statuses().put(ruling, language) : null);
    }

    /** Takes back what was said before, where it could not be judged now and that says more than is known. */
    public String withdraw(Ruling unknown) throws EvidenceUnavailable, InterruptedException {
        if (!review && !status) {
            return NOTHING;
        }
        StandingVote standing = gitHub.reviews().standing(unknown.change());
        boolean lasting = standing.concerns(unknown) && StandingVote.lasting(unknown);
        return said(
                review ? () -> gitHub.reviews().withdraw(unknown, standing, language) : null,
                status && lasting ? () -> gitHub.statuses().put(standing.ofHead(unknown), language) : null);
    }

    /** Each way is tried although the other fails. */
    private static String said(@Nullable Way review, @Nullable Way status)
            throws EvidenceUnavailable, InterruptedException {
        List<String> said = new ArrayList<>();
        EvidenceUnavailable failure = null;
        if (review != null) {
            try {
                said.add("Review on GitHub: " + word(review.write()) + ".");
            } catch (EvidenceUnavailable e) {
                failure = e;
            }
        }
        if (status != null) {
            said.add("Commit status on GitHub: " + word(status.write()) + ".");
        }
        if (failure != null) {
            throw failure;
        }
        return said.isEmpty() ? NOTHING : String.join(" ", said);
    }

    private static String word(Written written) {
        return written.name().toLowerCase(Locale.ROOT);
    }
}
