package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.people.Deputy;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the form asks, and whom Jenkins lets answer it. */
class ApprovalQuestionTest {
    private static final ApprovalPolicy MANAGERS = Approvals.policy("1 of managers");

    private static ApprovalQuestion question(CarriedChange carried, ApprovalPolicy policy) {
        return ApprovalQuestion.of(Approvals.evidence(carried), policy);
    }

    private static CarriedChange carrying(List<CarriedPullRequest> pullRequests) {
        CarriedChange one = Approvals.change(false);
        return new CarriedChange(
                one.change(), one.scope(), pullRequests, List.of(), one.hands(), List.of(), one.migration());
    }

    @Test
    void saysWhatIsDeployedWhereAndWhatIsMissing() {
        ApprovalQuestion question = question(Approvals.change(false), MANAGERS);

        assertThat(question.request()).isEqualTo("7");
        assertThat(question.question())
                .startsWith("Deploy acme/orders at aaaa")
                .contains("to production? #12 Faster (alice). Missing: ")
                .contains("managers");
    }

    @Test
    void staysOnOneLineWhateverATitleHolds() {
        ApprovalQuestion question =
                question(carrying(List.of(new CarriedPullRequest(3, "A\r\nB\tC", "l", "x"))), MANAGERS);

        assertThat(question.question()).contains("#3 A B C (x)").doesNotContain("\n", "\r", "\t");
    }

    @Property(tries = 20)
    void listsAtMostFivePullRequestsAndCountsTheRest(@ForAll @IntRange(min = 0, max = 12) int count) {
        String asked = question(
                        carrying(IntStream.rangeClosed(1, count)
                                .mapToObj(n -> new CarriedPullRequest(n, "t", "l", "x"))
                                .toList()),
                        MANAGERS)
                .question();

        assertThat(asked.split("#", -1)).hasSize(1 + Math.min(count, 5));
        if (count > 5) {
            assertThat(asked).contains(" and " + (count - 5) + " more.");
        } else {
            assertThat(asked).doesNotContain(" more.");
        }
    }

    @Test
    void mayBeAnsweredByTheGroupsThatAreAskedAndNoOthers() {
        assertThat(question(Approvals.change(false), MANAGERS).submitters())
                .containsExactlyInAnyOrder("mia", "noah", "alice", "jenkins-managers");
        assertThat(question(Approvals.change(false), Approvals.policy("1 of dba"))
                        .submitters())
                .containsExactly("dora");
    }

    @Test
    void mayBeAnsweredByADeputyWhileTheyAreOne() {
        ApprovalPolicy base = Approvals.policy("1 of dba");
        Deputy rita = new Deputy(new Person("rita"), Approvals.DORA, Approvals.NOW, Approvals.NOW.plusSeconds(10));
        Deputy later = new Deputy(
                new Person("bob"), Approvals.DORA, Approvals.NOW.plusSeconds(10), Approvals.NOW.plusSeconds(20));
        Deputy ofNobodyAsked =
                new Deputy(new Person("noah"), Approvals.MIA, Approvals.NOW, Approvals.NOW.plusSeconds(10));
        ApprovalPolicy policy = new ApprovalPolicy(
                base.quorum(),
                base.groups(),
                List.of(rita, later, ofNobodyAsked),
                base.ticketStatuses(),
                base.limits(),
                base.breakGlass());

        assertThat(question(Approvals.change(false), policy).submitters()).containsExactlyInAnyOrder("dora", "rita");
    }
}
