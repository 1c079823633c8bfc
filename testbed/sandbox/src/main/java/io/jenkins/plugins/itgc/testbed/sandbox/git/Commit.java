package io.jenkins.plugins.itgc.testbed.sandbox.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit as git and GitHub know it.
 *
 * @param sha 40 hexadecimal digits
 * @param tree SHA of its tree
 * @param viaWeb made in GitHub's own web interface
 * @param signature null where the commit is not signed
 */
public record Commit(
        String sha,
        String tree,
        List<String> parents,
        Person author,
        Person committer,
        String message,
        boolean viaWeb,
        Signature signature) {
    private static final Pattern CO_AUTHOR = Pattern.compile(
            "^co-authored-by:\\s*(.*?)\\s*<([^>]*)>\\s*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Name, address and time as the commit states them. */
    public record Person(String name, String email, Instant date) {}

    /** What GitHub makes of the signature; signer is a login or null. */
    public record Signature(boolean valid, boolean byGitHub, String signer) {}

    /** First line of the message. */
    public String headline() {
        return message.lines().findFirst().orElse("");
    }

    /** The message without its first line and the empty lines after that. */
    public String body() {
        int end = message.indexOf('\n');
        return end < 0 ? "" : message.substring(end).strip();
    }

    /** The author and then those whom Co-authored-by trailers name, each address once. */
    public List<Person> authors() {
        List<Person> all = new ArrayList<>(List.of(author));
        Matcher trailer = CO_AUTHOR.matcher(message);
        while (trailer.find()) {
            Person coAuthor = new Person(trailer.group(1), trailer.group(2), author.date());
            if (all.stream().noneMatch(known -> known.email().equalsIgnoreCase(coAuthor.email()))) {
                all.add(coAuthor);
            }
        }
        return List.copyOf(all);
    }
}
