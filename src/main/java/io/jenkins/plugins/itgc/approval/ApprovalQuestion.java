package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Group;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What people are asked in the form, and whom Jenkins lets answer it.
 *
 * @param request id of the request
 * @param question what people are asked
 * @param submitters Jenkins' user ids and groups that it lets answer; each answer is judged anyway
 */
public record ApprovalQuestion(String request, String question, Set<String> submitters) {
    private static final int LISTED = 5;

    public ApprovalQuestion {
        submitters = Set.copyOf(submitters);
    }

    /**
     * The question about a request, which names the change, what is carried and what is missing.
     *
     * @throws NullPointerException when nobody was asked yet
     */
    public static ApprovalQuestion of(ApprovalEvidence evidence, ApprovalPolicy policy) {
        ApprovalRequest request = Objects.requireNonNull(evidence.request(), "Nobody was asked yet.");
        return new ApprovalQuestion(request.id(), question(evidence, policy), submitters(evidence, policy));
    }

    private static String question(ApprovalEvidence evidence, ApprovalPolicy policy) {
        CarriedChange carried = evidence.carried();
        String list = carried.pullRequests().stream()
                .limit(LISTED)
                .map(ApprovalQuestion::shown)
                .collect(Collectors.joining(", "));
        int more = carried.pullRequests().size() - LISTED;
        return "Deploy " + carried.change().repository() + " at "
                + carried.change().readCommit().abbreviated() + " to "
                + carried.change().environment() + "? " + list + (more > 0 ? " and " + more + " more" : "")
                + ". Missing: " + Missing.of(evidence, policy).sentence() + ".";
    }

    private static String shown(CarriedPullRequest pr) {
        return "#" + pr.number() + " " + pr.title().replaceAll("[\\p{Cntrl}]+", " ") + " (" + pr.author() + ")";
    }

    /** Coarse: everybody in a group of the quorum, even who contributed to the change and is told so when answering. */
    private static Set<String> submitters(ApprovalEvidence evidence, ApprovalPolicy policy) {
        Set<String> submitters = new TreeSet<>();
        policy.quorum().groups().stream()
                .flatMap(group -> policy.membersOf(group, evidence.asOf()).stream())
                .flatMap(person -> evidence.people().accounts(person, Account.JENKINS).stream())
                .forEach(submitters::add);
        policy.groups().stream()
                .filter(group -> policy.quorum().groups().contains(group.name()))
                .map(Group::authorities)
                .forEach(submitters::addAll);
        return submitters.stream().filter(name -> !name.contains(",")).collect(Collectors.toCollection(TreeSet::new));
    }
}
