package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeployedPullRequest;
import io.jenkins.plugins.itgc.ledger.event.DeployedTicket;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.ExplanationBody;
import io.jenkins.plugins.itgc.ledger.event.HoldEvent;
import io.jenkins.plugins.itgc.ledger.event.RepositoryBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.TreeBody;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Writes the events of one deploy as the plugin does. */
final class StoryEntries {
    private static final String QUORUM = "1 of release-managers";

    private final EventLog log;

    /** A change on its way. */
    record Change(
            String service,
            String environment,
            String commit,
            String previous,
            boolean rollback,
            String build,
            String starter,
            int number,
            String title,
            String author,
            String approver,
            String ticket,
            String ticketTitle) {
        String repository() {
            return "acme/" + service;
        }

        private String pullRequest() {
            return "https://github.example.com/" + repository() + "/pull/" + number;
        }

        private String ticketLink() {
            return "https://jira.example.com/browse/" + ticket;
        }

        private ChangeBody body() {
            return new ChangeBody(
                    new RepositoryBody("acme", service),
                    new CommitBody(commit),
                    new TreeBody(new StringBuilder(commit).reverse().toString()),
                    List.of(number),
                    environment,
                    null);
        }

        private Subject.InEnvironment inEnvironment() {
            return new Subject.InEnvironment(repository(), commit, environment);
        }

        private Subject.OfTarget target() {
            return new Subject.OfTarget(service, environment);
        }
    }

    StoryEntries(Ledger ledger) {
        this.log = new EventLog(ledger);
    }

    private String append(Event event, Actor actor) {
        return Long.toString(log.append(event, actor).entry().sequence());
    }

    /** A gate that rules; a rule that does not hold has a finding. */
    void ruling(Change change, String gate, String decision, String reason) {
        Subject.OfChange subject = new Subject.OfChange(change.repository(), change.commit(), null);
        Explanation explanation = Explanation.all(Message.text(gate + " gate"), rules(change, gate, decision, reason));
        RulingEvent event =
                switch (gate) {
                    case "review" -> new RulingEvent.Review(subject, body(change, gate, decision, reason, explanation));
                    case "approval" ->
                        new RulingEvent.Approval(subject, body(change, gate, decision, reason, explanation));
                    case "window" -> new RulingEvent.Window(subject, body(change, gate, decision, reason, explanation));
                    default -> throw new IllegalArgumentException("The story knows no gate " + gate + ".");
                };
        append(event, Actor.build(change.build()));
    }

    /** Nobody judged, so there is neither policy nor evidence. */
    private static <P, E> RulingBody<P, E> body(
            Change change, String gate, String decision, String reason, Explanation explanation) {
        return new RulingBody<>(
                gate,
                decision,
                decision.equals("refuse") ? null : reason,
                decision.equals("pass"),
                change.body(),
                change.service(),
                ExplanationBody.of(explanation),
                null,
                null,
                Map.of());
    }

    private static List<Explanation> rules(Change change, String gate, String decision, String reason) {
        if (!gate.equals("review")) {
            return List.of(rule(change, gate, decision, reason));
        }
        return List.of(
                rule(change, "ticket linked", decision, change.ticket() + " is linked at its place."),
                Explanation.pass(
                        Message.text("ticket approved"), Message.text("A manager approved " + change.ticket() + ".")),
                Explanation.pass(
                        Message.text("peer reviewed"), Message.text("Reviewed at its head by somebody else.")));
    }

    private static Explanation rule(Change change, String name, String decision, String reason) {
        Message rule = Message.text(name);
        Finding finding = new Finding(
                name.equals("window") ? "window.story" : "review.story",
                Message.text(reason),
                change.service() + "#" + change.number(),
                change.pullRequest(),
                Message.text(name.equals("window") ? "Wait for the next window." : "Ask " + change.approver() + "."));
        return switch (decision) {
            case "pass" -> Explanation.pass(rule, Message.text(reason));
            case "wait" -> Explanation.wait(rule, finding);
            case "refuse" -> Explanation.refuse(rule, finding);
            default -> Explanation.unknown(rule, finding);
        };
    }

    /**
     * Somebody is asked for approval.
     *
     * @return the request's id
     */
    String request(Change change) {
        ApprovalBody.Carried carried = new ApprovalBody.Carried(
                change.body(),
                new ApprovalBody.Scope(Map.of()),
                List.of(new ApprovalBody.PullRequest(
                        change.number(), change.title(), change.pullRequest(), change.author())),
                List.of(),
                List.of(new ApprovalBody.Hand(
                        change.author(), "opened it", change.repository() + "#" + change.number())),
                List.of(),
                false);
        ApprovalBody.Starter starter = new ApprovalBody.Starter(
                new ApprovalBody.Account("JENKINS", change.starter()), new ApprovalBody.Person(change.starter()));
        ApprovalEvent.Request body = new ApprovalEvent.Request(
                change.service(), carried, starter, QUORUM, null, Map.of(), change.build(), null, List.of());
        return append(new ApprovalEvent.Requested(change.inEnvironment(), body), Actor.build(change.build()));
    }

    /** Whoever is to approve answers. */
    void answer(
            Change change,
            String request,
            String person,
            String reason,
            BiFunction<Subject.InEnvironment, ApprovalEvent.Answer, ApprovalEvent.Act> act) {
        answer(change, request, person, reason, null, act);
    }

    private void answer(
            Change change,
            String request,
            String person,
            String reason,
            Instant reviewBy,
            BiFunction<Subject.InEnvironment, ApprovalEvent.Answer, ApprovalEvent.Act> act) {
        ApprovalEvent.Answer answer = new ApprovalEvent.Answer(
                request,
                person,
                new ApprovalBody.Account("JENKINS", person),
                "dashboard",
                Set.of("release-managers"),
                reason,
                reviewBy,
                null);
        append(act.apply(change.inEnvironment(), answer), Actor.user(person));
    }

    /** Somebody is asked for approval and gives it. */
    void approval(Change change) {
        String request = request(change);
        answer(change, request, change.approver(), "Checked with support.", ApprovalEvent.Given::new);
        completed(change, request, List.of(change.approver()));
    }

    private void completed(Change change, String request, List<String> approvers) {
        append(
                new ApprovalEvent.Completed(change.inEnvironment(), new ApprovalEvent.Approvers(request, approvers)),
                Actor.jenkins());
    }

    /**
     * Somebody invokes break-glass, and somebody else confirms it.
     *
     * @param reviewBy until when it must be reviewed
     * @return the request's id
     */
    String breakGlass(Change change, String second, String reason, Instant reviewBy) {
        String request = request(change);
        answer(change, request, change.approver(), reason, ApprovalEvent.BreakGlassOpened::new);
        answer(change, request, second, "Seen.", reviewBy, ApprovalEvent.BreakGlassConfirmed::new);
        completed(change, request, List.of());
        return request;
    }

    String requested(Change change) {
        return append(
                new DeployEvent.Requested(change.target(), body(change, null, null)), Actor.build(change.build()));
    }

    void next(
            Change change,
            String deploy,
            String reason,
            BiFunction<Subject.OfTarget, DeploymentBody, DeployEvent.Progress> progress) {
        append(progress.apply(change.target(), body(change, deploy, reason)), Actor.build(change.build()));
    }

    private static DeploymentBody body(Change change, String deploy, String reason) {
        return new DeploymentBody(
                deploy,
                change.service(),
                change.environment(),
                change.repository(),
                change.commit(),
                null,
                change.previous(),
                change.rollback(),
                change.build(),
                "1",
                null,
                change.starter(),
                List.of(new DeployedPullRequest(
                        change.number(), change.title(), change.pullRequest(), change.author(), null, null)),
                List.of(new DeployedTicket(null, change.ticket(), change.ticketTitle(), change.ticketLink())),
                List.of(),
                reason);
    }

    void noticed(Change change, String deploy) {
        DeployEvent.Notice notice = new DeployEvent.Notice(
                deploy,
                "GitHub",
                "deploy.succeeded",
                change.service(),
                change.environment(),
                "Commented on pull request " + change.number() + ".",
                change.pullRequest());
        append(new DeployEvent.Noticed(change.target(), notice), Actor.jenkins());
    }

    void override(Change change, String reason, Instant until) {
        append(
                new WindowEvent.Overridden(
                        new Subject.OfOverride(
                                change.repository(), change.commit(), change.environment(), change.service()),
                        new WindowEvent.OverrideBody(
                                change.environment(),
                                change.service(),
                                change.repository(),
                                change.commit(),
                                change.approver(),
                                reason,
                                until,
                                null)),
                Actor.user(change.approver()));
    }

    void hold(String environment, String service, String owner, String reason) {
        append(
                new HoldEvent.Placed(
                        new Subject.OfHold(service, environment),
                        new HoldEvent.Hold(environment, service, owner, reason, null)),
                Actor.user(owner));
    }
}
