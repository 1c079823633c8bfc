package io.jenkins.plugins.itgc.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.bundle.SampleLedger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ExampleArbitrary;
import io.jenkins.plugins.itgc.review.ReviewJudge;
import io.jenkins.plugins.itgc.review.ReviewPolicyWire;
import io.jenkins.plugins.itgc.review.ReviewWire;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence that was kept judges as it did, and tells what another policy would have said. */
class ReplayTest {
    @Provide
    Arbitrary<Example> pullRequests() {
        return ExampleArbitrary.pullRequests();
    }

    private static Draft draft(Example example, ReviewEvidence evidence) {
        Explanation explanation = new ReviewJudge(example.policy).judge(evidence);
        Decision decision =
                switch (explanation.outcome()) {
                    case PASS -> new Decision.Pass(explanation.reason(), true);
                    case WAIT -> new Decision.Wait(explanation.reason(), Instant.EPOCH, java.util.Set.of());
                    case REFUSE -> new Decision.Refuse(explanation.allFindings());
                    case UNKNOWN, SKIPPED -> new Decision.Unknown(explanation.reason(), null);
                };
        Ruling ruling = new Ruling("review", evidence.change(), decision, explanation);
        RulingEvent.Review event =
                ReviewWire.event(new Gate.Judgement<>(ruling, evidence), example.policy, "orders", Map.of());
        return EventLog.draft(event, Actor.build("orders#1"));
    }

    private static Entry entry(Draft draft) {
        return new Entry(
                1,
                Instant.EPOCH,
                draft.kind(),
                draft.subject(),
                draft.actor(),
                CanonicalJson.of(draft.body()),
                "0".repeat(64),
                "x");
    }

    private static Replay.Report replay(String wish, Entry... entries) {
        Replay replay = new Replay(wish);
        for (Entry entry : entries) {
            replay.take(EventLog.recorded(entry));
        }
        return replay.report();
    }

    /** With everything that the evidence of a production commit can hold. */
    private static ReviewEvidence onProduction(Example example) {
        ReviewEvidence one = example.evidence();
        MergeFacts merge = new MergeFacts(
                example.head,
                Example.commit(50),
                Example.commit(51),
                example.headTree,
                List.of(new MergedFile("a.txt", "x", "x"), new MergedFile("b.txt", null, "y")),
                true);
        List<IncludedChange> landings = List.of(
                new IncludedChange(Example.commit(49), List.of(Example.commit(51)), 12, merge),
                new IncludedChange(null, List.of(Example.commit(52), example.head), null, null));
        return new ReviewEvidence(
                one.change().as(Change.Subject.PRODUCTION_COMMIT), one.pullRequests(), Example.commit(49), landings);
    }

    @Property(tries = 300)
    void judgesWhatWasWrittenAndReadBackAsItDid(@ForAll("pullRequests") Example example)
            throws JsonProcessingException {
        for (ReviewEvidence evidence : List.of(example.evidence(), onProduction(example))) {
            Entry entry = entry(draft(example, evidence));
            RulingBody<ReviewBody.Policy, ReviewBody.Evidence> kept =
                    ((RulingEvent.Review) EventLog.read(entry)).body();
            assertThat(ReviewWire.evidence(kept.evidence())).isEqualTo(evidence);
            assertThat(ReviewPolicyWire.policy(kept.policy())).isEqualTo(example.policy);
            Replay.Report report = replay("{}", entry);
            assertThat(report.unreadable()).isEmpty();
            assertThat(report.judged()).isEqualTo(1);
            assertThat(report.differences()).isEmpty();
        }
    }

    @Test
    void tellsWhatAStricterPolicyWouldHaveRefused() {
        Entry entry = entry(draft(new Example(), new Example().evidence()));
        Replay.Report report = replay("{\"requiredApprovals\": 2}", entry);
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.was()).isEqualTo("pass");
            assertThat(difference.would()).isEqualTo("refuse");
            assertThat(difference.why()).isNotEmpty();
        });
        assertThat(replay("{\"requiredApprovals\": 1}", entry).differences()).isEmpty();
    }

    @Test
    void tellsWhatALaxerPolicyWouldHaveLetThrough() {
        Example example = new Example();
        example.policy = new io.jenkins.plugins.itgc.review.policy.ReviewPolicy(
                "master", 2, "LGTM", example.policy.ticket(), List.of("**.sql"), example.policy.people());
        assertThat(example.judge().outcome()).isEqualTo(Outcome.REFUSE);
        Entry entry = entry(draft(example, example.evidence()));
        assertThat(replay("{\"requiredApprovals\": 1}", entry).differences())
                .extracting(Replay.Difference::would)
                .containsExactly("pass");
    }

    @Test
    void saysWhatItCouldNotJudge() {
        Entry fine = entry(draft(new Example(), new Example().evidence()));
        Entry noEvidence = entry(new Draft("review.decided", "acme/orders#12", "a", Map.of("decision", "unknown")));
        Entry archived =
                new Entry(4, Instant.EPOCH, "review.decided", "acme/orders#12", "a", "", "h".repeat(64), "p", "h");
        Entry strange =
                entry(new Draft("review.decided", "acme/orders#12", "a", Map.of("evidence", Map.of("change", 1))));
        Entry other = entry(new Draft("deploy.started", "orders in production", "a", Map.of()));
        Replay.Report report = replay("{}", fine, noEvidence, archived, strange, other);
        assertThat(report.judged()).isEqualTo(1);
        assertThat(report.withoutEvidence()).isEqualTo(2);
        assertThat(report.unreadable()).singleElement().asString().startsWith("Entry 1 cannot be judged again");
        assertThat(replay("{\"requiredApprovals\": 0}", fine).unreadable())
                .singleElement()
                .asString()
                .contains("requiredApprovals");
        assertThat(replay("{\"aprovals\": 2}", fine).unreadable())
                .singleElement()
                .asString()
                .contains("aprovals");
        for (String wrong : List.of("", "2", "[]", "{", "null")) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Replay(wrong));
        }
    }

    @Test
    void replaysABundle(@TempDir Path folder) throws Exception {
        SampleLedger sample = new SampleLedger(folder);
        sample.ledger.append(draft(new Example(), new Example().evidence()));
        Path bundle = sample.bundle(folder.resolve("bundle"));
        Path policy = Files.writeString(folder.resolve("policy.json"), "{\"requiredApprovals\": 2}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(Main.run(List.of("replay", bundle.toString(), "--policy", policy.toString()), out))
                .isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("was pass, would be refuse")
                .contains("1 reviews judged again, 1 would differ");
        Path jar = folder.resolve("audit.jar");
        AuditJar.main(new String[] {jar.toString()});
        Process alone = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-jar",
                        jar.toString(),
                        "replay",
                        bundle.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(alone.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("1 reviews judged again, 0 would differ");
    }
}
