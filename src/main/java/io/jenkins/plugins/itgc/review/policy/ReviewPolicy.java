package io.jenkins.plugins.itgc.review.policy;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.People;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The rules of one environment's review. Comes from the controller's configuration, never from the pull request.
 *
 * @param productionBranch the branch whose commits are deployed
 * @param requiredApprovals how many eligible people must approve; at least 1
 * @param approvalLabel label that counts as an approval of whoever put it on; empty when labels do not count
 * @param ticket what is asked of the ticket
 * @param migrationFiles globs of files that need a database migration
 * @param people who is who in the ticket trackers
 */
public record ReviewPolicy(
        String productionBranch,
        int requiredApprovals,
        String approvalLabel,
        TicketPolicy ticket,
        List<String> migrationFiles,
        People people) {
    /** The default of {@link #approvalLabel}. */
    public static final String LGTM = "LGTM";

    /** The default of {@link #migrationFiles}. */
    public static final List<String> SQL = List.of("**.sql");

    /** @throws InvalidPolicy when a value makes no sense; the message names the key */
    public ReviewPolicy {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(people, "people");
        InvalidPolicy.unless(
                productionBranch != null && !productionBranch.isBlank(),
                "productionBranch",
                Message.of("review.policy.branch"));
        InvalidPolicy.unless(
                requiredApprovals >= 1, "requiredApprovals", Message.of("review.policy.approvals", requiredApprovals));
        approvalLabel = approvalLabel == null ? "" : approvalLabel.trim();
        migrationFiles = globs(migrationFiles);
    }

    /**
     * The same globs.
     *
     * @throws InvalidPolicy when one is malformed
     */
    public static List<String> globs(Collection<String> patterns) {
        List<String> globs = List.copyOf(patterns);
        globs.forEach(Glob::compile);
        return globs;
    }

    /** The defaults for a production branch. */
    public static ReviewPolicy of(String productionBranch, TicketPolicy ticket, People people) {
        return new ReviewPolicy(productionBranch, 1, LGTM, ticket, SQL, people);
    }

    /** Tells of a path whether the file there needs a migration. */
    public Predicate<String> migrations() {
        return matching(migrationFiles);
    }

    /** Tells of a path whether one of these globs fits it. */
    public static Predicate<String> matching(Collection<String> patterns) {
        List<Glob> globs = patterns.stream().map(Glob::compile).toList();
        return path -> globs.stream().anyMatch(glob -> glob.matches(path));
    }
}
