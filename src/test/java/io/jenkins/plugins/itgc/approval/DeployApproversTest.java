package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A deploy was approved by those whose approvals it began with, whatever is said before and after. */
class DeployApproversTest extends ApprovalsInLedger {
    private DeploymentBody body(String deploy) {
        return new DeploymentBody(
                deploy,
                "orders",
                "production",
                "acme/orders",
                carried.change().commit().sha(),
                null,
                null,
                false,
                "orders#1",
                "7",
                null,
                null,
                List.of(),
                List.of(),
                List.of(new DeploymentBody.GatePass("approval", "1:aa")),
                null);
    }

    private String append(String deploy, BiFunction<Subject.OfTarget, DeploymentBody, DeployEvent.Progress> progress) {
        clock.turn(Duration.ofMinutes(1));
        Subject.OfTarget target = new Subject.OfTarget("orders", "production");
        return String.valueOf(new EventLog(ledger)
                .append(progress.apply(target, body(deploy)), Actor.build("orders#1"))
                .sequence());
    }

    private String began() {
        String deploy = append(null, DeployEvent.Requested::new);
        append(deploy, DeployEvent.Started::new);
        return deploy;
    }

    private List<String> approvers(String deploy) {
        projection.catchUp();
        Deploy found = projection.deploys().byId(Long.parseLong(deploy), ALL).orElseThrow();
        List<String> approvers = projection.approvals().approvers(found);
        assertThat(List.of("mia", "noah").stream()
                        .filter(person -> !projection
                                .deploys()
                                .find(new DeployFilter(null, null, person, null, null, null, null, null, null), ALL, 10)
                                .isEmpty())
                        .toList())
                .as("found by their names")
                .isEqualTo(approvers);
        return approvers;
    }

    @Test
    void isNotApprovedByWhoApprovedAVoidRequest() throws Exception {
        answers(Approvals.MIA, build(1).request(), Vote.Act.GIVE);
        build(1).decides();
        carried = renamed();
        String second = build(2).request();
        answers(Approvals.NOAH, second, Vote.Act.GIVE);
        build(2).decides();

        assertThat(approvers(began())).containsExactly("noah");
    }

    @Test
    void staysApprovedByWhoTookItBackTooLate() throws Exception {
        String request = build(1).request();
        answers(Approvals.MIA, request, Vote.Act.GIVE);
        build(1).decides();
        String deploy = began();

        assertThat(answers(Approvals.MIA, request, Vote.Act.WITHDRAW)).isFalse();

        assertThat(approvers(deploy)).containsExactly("mia");
    }

    @Test
    void isApprovedByThoseOfItsOwnBuild() throws Exception {
        String request = build(1, Approvals.NOAH).request();
        answers(Approvals.MIA, request, Vote.Act.GIVE);
        assertThat(build(1, Approvals.NOAH).decides()).isInstanceOf(Decision.Pass.class);
        Build second = build(2, Approvals.MIA);
        assertThat(second.decides()).isInstanceOf(Decision.Wait.class);
        answers(Approvals.NOAH, request, Vote.Act.GIVE);
        assertThat(second.decides()).isInstanceOf(Decision.Pass.class);

        assertThat(approvers(began())).containsExactly("mia");
    }

    @Test
    void isNotApprovedByWhoTookItBackInTime() throws Exception {
        String request = build(1).request();
        answers(Approvals.MIA, request, Vote.Act.GIVE);
        answers(Approvals.NOAH, request, Vote.Act.GIVE);
        build(1).decides();
        answers(Approvals.NOAH, request, Vote.Act.WITHDRAW);

        assertThat(approvers(began())).containsExactly("mia");
    }

    @Test
    void isNotApprovedByWhoApprovedTheNextDeployOfTheSameCommit() throws Exception {
        answers(Approvals.MIA, build(1).request(), Vote.Act.GIVE);
        build(1).decides();
        String first = began();
        append(first, DeployEvent.Failed::new);
        clock.turn(policy.limits().validFor().plusHours(1));
        String request = build(2).request();
        answers(Approvals.NOAH, request, Vote.Act.GIVE);
        build(2).decides();

        assertThat(approvers(first)).containsExactly("mia");
    }
}
