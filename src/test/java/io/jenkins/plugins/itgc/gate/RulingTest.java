package io.jenkins.plugins.itgc.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.jenkins.plugins.itgc.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Pass needs grounds, a refusal needs something to do, and what could not be read is Unknown. */
class RulingTest {
    private static final RepositoryId REPOSITORY = RepositoryId.parse("acme/orders");
    private static final Finding FINDING =
            new Finding("code", Message.text("What."), "subject", null, Message.text("Next."));
    private static final Decision.Pass PASS = new Decision.Pass(Message.text("Fine."), true);
    private static final Change CHANGE = Change.ofProduction(
            REPOSITORY, new CommitId("c".repeat(40)), new TreeId("7".repeat(40)), List.of(12), "production");

    private static Explanation of(Outcome outcome) {
        return new Explanation(Message.text("rule"), outcome, Message.text("Summary."), List.of(FINDING), List.of());
    }

    @Test
    void passesAnIdentifiedChangeWhoseRulesHold() {
        assertThat(new Ruling("review", CHANGE, PASS, of(Outcome.PASS)).decision())
                .isEqualTo(PASS);
    }

    @Test
    void neverPassesAChangeThatIsNotIdentified() {
        Change unread = Change.unread(REPOSITORY, 12, null, "production");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ruling("review", unread, PASS, of(Outcome.PASS)))
                .withMessage("A Pass must name the commit and the tree it is for.");
        Change noTree = Change.ofProduction(REPOSITORY, CHANGE.commit(), null, List.of(12), null);
        assertThatIllegalArgumentException().isThrownBy(() -> new Ruling("review", noTree, PASS, of(Outcome.PASS)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASS")
    void neverPassesAgainstItsRules(Outcome outcome) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ruling("review", CHANGE, PASS, of(outcome)))
                .withMessageStartingWith("A Pass contradicts its rules");
    }

    @Test
    void refusesNobodyWithoutAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision.Refuse(List.of()));
        assertThatNullPointerException().isThrownBy(() -> new Decision.Unknown(null, null));
        assertThatNullPointerException().isThrownBy(() -> new Decision.Wait(Message.text("Later."), null, Set.of()));
    }

    @Test
    void keepsNothingThatCanStillChange() {
        List<Finding> findings = new ArrayList<>(List.of(FINDING));
        Decision.Refuse refusal = new Decision.Refuse(findings);
        Explanation explanation = Explanation.refuse(Message.text("rule"), findings);
        findings.clear();
        assertThat(refusal.findings()).containsExactly(FINDING);
        assertThat(explanation.findings()).containsExactly(FINDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "C0FFEEC0FFEEC0FFEEC0FFEEC0FFEEC0FFEEC0FF", "", "../../etc"})
    void takesOnlyFullCommitNames(String sha) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CommitId(sha));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme/orders/x", "acme/..", "./orders", "ac me/orders", "acme/ord?ers", "/", ""})
    void takesOnlyRepositoryNames(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> RepositoryId.parse(name));
    }

    @Test
    void comparesRepositoriesAsGitHubDoes() {
        assertThat(RepositoryId.parse("ACME/Orders"))
                .isEqualTo(REPOSITORY)
                .hasSameHashCodeAs(REPOSITORY)
                .isNotEqualTo(RepositoryId.parse("acme/payments"));
    }

    @Nested
    class Explanations {
        @ParameterizedTest
        @EnumSource(names = {"WAIT", "UNKNOWN", "REFUSE"})
        void neverBlockWithoutAFinding(Outcome outcome) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Explanation(
                            Message.text("rule"), outcome, Message.text("Summary."), List.of(), List.of()))
                    .withMessage("Rule \"rule\" blocks without a finding.");
        }

        @Test
        void aGroupOfNothingIsUnknown() {
            Explanation nothing = Explanation.all(Message.text("group"), List.of());
            assertThat(nothing.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(nothing.allFindings()).extracting(Finding::code).containsExactly("gate.nothing-judged");
        }

        @Test
        void tellTheGravestFindingsFirst() {
            Finding unknown = new Finding("unknown", Message.text("What."), "subject", null, Message.text("Next."));
            Explanation inner =
                    Explanation.all(Message.text("inner"), List.of(Explanation.refuse(Message.text("a"), FINDING)));
            Explanation group = Explanation.all(
                    Message.text("group"), List.of(Explanation.unknown(Message.text("b"), unknown), inner));
            assertThat(group.allFindings()).containsExactly(FINDING, unknown);
            assertThat(group.summary()).isEqualTo("Not met: b, inner.");
        }

        @Test
        void waitWithTheirFindingAsTheReason() {
            Explanation waiting = Explanation.wait(Message.text("rule"), FINDING);

            assertThat(waiting.outcome()).isEqualTo(Outcome.WAIT);
            assertThat(waiting.summary()).isEqualTo("What.");
            assertThat(waiting.findings()).containsExactly(FINDING);
        }

        @Test
        void mayGetAnotherReasonAndStayWhatTheyAre() {
            Explanation refused = Explanation.refuse(Message.text("rule"), FINDING);

            assertThat(refused.because(Message.text("Otherwise.")))
                    .isEqualTo(new Explanation(
                            Message.text("rule"),
                            Outcome.REFUSE,
                            Message.text("Otherwise."),
                            List.of(FINDING),
                            List.of()));
        }

        @Test
        void speakTheReadersLanguage() {
            Explanation nothing = Explanation.all(Message.of("gate.rule.evidence"), List.of());

            assertThat(nothing.rule(Locale.JAPANESE))
                    .isNotEqualTo(nothing.rule())
                    .isNotBlank();
            assertThat(nothing.summary(Locale.JAPANESE))
                    .isEqualTo(Message.of("gate.reason.all-met").in(Locale.JAPANESE));
            assertThat(nothing.rule())
                    .isEqualTo(Message.of("gate.rule.evidence").english());
        }

        @Test
        void sayThatAllRulesHold() {
            Explanation group = Explanation.all(
                    Message.text("group"),
                    List.of(
                            Explanation.pass(Message.text("a"), Message.text("Yes.")),
                            Explanation.skipped(Message.text("b"), Message.text("No SQL."))));
            assertThat(group.summary()).isEqualTo("All rules hold.");
            assertThat(group.outcome()).isEqualTo(Outcome.PASS);
        }
    }

    @Nested
    class Gates {
        private final TurnedClock clock = new TurnedClock();

        private record Facts(Change change) implements Evidence {}

        private record Fixed(Callable<Explanation> judged, EvidenceUnavailable problem) implements Gate<Facts> {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public Change subject() {
                return Change.unread(REPOSITORY, 12, null, null);
            }

            @Override
            public Facts gather() throws EvidenceUnavailable {
                if (problem != null) {
                    throw problem;
                }
                return new Facts(CHANGE);
            }

            @Override
            public Explanation judge(Facts evidence) {
                try {
                    return judged.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public Set<Topic> topics() {
                return Set.of(Topic.pullRequest(REPOSITORY, 12));
            }
        }

        private Decision decided(Outcome outcome) throws InterruptedException {
            return new Fixed(() -> of(outcome), null).rule(clock).ruling().decision();
        }

        @Test
        void openOnlyWhenTheirRulesHold() throws InterruptedException {
            assertThat(decided(Outcome.PASS)).isEqualTo(new Decision.Pass(Message.text("Summary."), true));
            assertThat(decided(Outcome.REFUSE)).isEqualTo(new Decision.Refuse(List.of(FINDING)));
            assertThat(decided(Outcome.UNKNOWN)).isEqualTo(new Decision.Unknown(Message.text("Summary."), null));
            assertThat(decided(Outcome.SKIPPED)).isInstanceOf(Decision.Unknown.class);
        }

        @Test
        void lookAgainAfterAMinuteOrWhenTheirTopicsStir() throws InterruptedException {
            Instant then = clock.instant().plusSeconds(60);
            assertThat(decided(Outcome.WAIT))
                    .isEqualTo(
                            new Decision.Wait(Message.text("Summary."), then, Set.of(new Topic("pr:acme/orders#12"))));
        }

        @Test
        void judgeAsMuchAtALook() throws InterruptedException {
            assertThat(new Fixed(() -> of(Outcome.PASS), null).look(clock))
                    .isEqualTo(new Fixed(() -> of(Outcome.PASS), null).rule(clock));
        }

        @Test
        void answerUnknownWhenEvidenceIsNotToBeHad() throws InterruptedException {
            Fixed gate = new Fixed(null, new EvidenceUnavailable(FINDING, Duration.ofSeconds(30)));
            Gate.Judgement<Facts> judgement = gate.rule(clock);
            assertThat(judgement.evidence()).isNull();
            assertThat(judgement.ruling().decision())
                    .isEqualTo(new Decision.Unknown(
                            Message.text("What."), clock.instant().plusSeconds(30)));
            assertThat(judgement.ruling().explanation().allFindings()).containsExactly(FINDING);
            assertThat(new Fixed(null, new EvidenceUnavailable(FINDING, null))
                            .rule(clock)
                            .ruling()
                            .decision())
                    .isEqualTo(new Decision.Unknown(Message.text("What."), null));
        }
    }
}
