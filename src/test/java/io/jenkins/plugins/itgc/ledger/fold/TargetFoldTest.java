package io.jenkins.plugins.itgc.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs at a target, and what it can go back to, follows from the deploys that succeeded there. */
class TargetFoldTest {
    private static final Subject.OfTarget TARGET = new Subject.OfTarget("orders", "production");

    private final Happened happened = new Happened();
    private TargetFold target = TargetFold.EMPTY;

    private static DeploymentBody body(String deploy, String commit, boolean rollback, String reason) {
        return new DeploymentBody(
                deploy,
                "orders",
                "production",
                "acme/orders",
                commit,
                null,
                null,
                rollback,
                "orders#1",
                "7",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                reason);
    }

    private DeployFold begun(String commit, boolean rollback) {
        Recorded<DeployEvent.Progress> asked =
                happened.next(new DeployEvent.Requested(TARGET, body(null, commit, rollback, null)));
        DeployFold deploy = DeployFold.next(null, asked);
        return DeployFold.next(
                deploy, happened.next(DeployState.STARTED.event(TARGET, body(id(deploy), commit, rollback, null))));
    }

    private static String id(DeployFold deploy) {
        return String.valueOf(deploy.id());
    }

    private DeployFold ends(String commit, boolean rollback, DeployState state) {
        DeployFold deploy = begun(commit, rollback);
        DeployFold ended =
                DeployFold.next(deploy, happened.next(state.event(TARGET, body(id(deploy), commit, rollback, "why"))));
        target = target.after(ended);
        return ended;
    }

    private String current() {
        return target.current().map(deploy -> deploy.body().commit()).orElse(null);
    }

    private String rollbackTarget() {
        return target.rollbackTarget().map(deploy -> deploy.body().commit()).orElse(null);
    }

    @Test
    void whatDidNotSucceedRunsNowhere() {
        ends("a", false, DeployState.SUCCEEDED);
        for (DeployState state : List.of(DeployState.FAILED, DeployState.ABORTED, DeployState.UNKNOWN)) {
            ends("b", false, state);
        }

        assertThat(current()).isEqualTo("a");
        assertThat(rollbackTarget()).isNull();
        assertThat(target.of("b")).isEmpty();
    }

    @Test
    void aRollbackTakesBackWhatCameAfterItsCommit() {
        ends("a", false, DeployState.SUCCEEDED);
        ends("b", false, DeployState.SUCCEEDED);
        ends("c", false, DeployState.SUCCEEDED);

        ends("b", true, DeployState.SUCCEEDED);

        assertThat(current()).isEqualTo("b");
        assertThat(rollbackTarget()).as("c was taken back").isEqualTo("a");
        assertThat(target.of("c")).isEmpty();
    }

    @Test
    void aCommitThatIsDeployedAgainIsNoTargetOfItsOwn() {
        ends("a", false, DeployState.SUCCEEDED);
        ends("b", false, DeployState.SUCCEEDED);
        ends("b", false, DeployState.SUCCEEDED);

        assertThat(rollbackTarget()).isEqualTo("a");
    }

    @Test
    void theEndOfADeployIsFinal() {
        DeployFold ended = ends("a", false, DeployState.FAILED);

        DeployFold after = DeployFold.next(
                ended, happened.next(DeployState.SUCCEEDED.event(TARGET, body(id(ended), "a", false, null))));

        assertThat(after).isEqualTo(ended);
        assertThat(after.reason()).isEqualTo("why");
    }

    @Test
    void aSecondBeginningChangesNothing() {
        DeployFold begun = begun("a", false);

        assertThat(DeployFold.next(
                        begun, happened.next(DeployState.STARTED.event(TARGET, body(id(begun), "a", false, null)))))
                .isEqualTo(begun);
    }

    @Test
    void theTypicalDurationIsTheMedian() {
        assertThat(target.typicalDuration()).isEmpty();
        ends("a", false, DeployState.SUCCEEDED);

        assertThat(target.typicalDuration()).contains(Duration.ofMinutes(1));
    }
}
