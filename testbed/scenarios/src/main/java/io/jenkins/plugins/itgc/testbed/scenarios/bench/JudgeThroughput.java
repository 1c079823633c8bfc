package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.review.ReviewJudge;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import java.time.Duration;
import java.util.List;

/** How often a second evidence that was gathered can be judged again, as what-if does. */
final class JudgeThroughput implements Measurement {
    @Override
    public String title() {
        return "Judging";
    }

    @Override
    public String about() {
        return "The pure judgement by all rules, one thread, warmed up, on evidence that was gathered before.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        Duration time = Duration.ofMillis(quick ? 300 : 3000);
        return List.of(new Table("evidence", "judgements/s", "µs each")
                .row(cells("ordinary", "ordinary", time))
                .row(cells("300 commits, 2,999 files, 400 reviews", "large", time)));
    }

    private static Object[] cells(String what, String name, Duration time) throws Exception {
        try (BenchWorld world = BenchWorld.open(name)) {
            ReviewEvidence evidence = world.review(null).published().judgement().evidence();
            ReviewJudge judge = new ReviewJudge(world.gate().policy());
            perSecond(judge, evidence, time);
            double perSecond = perSecond(judge, evidence, time);
            return new Object[] {what, "%,.0f".formatted(perSecond), "%,.1f".formatted(1e6 / perSecond)};
        }
    }

    private static double perSecond(ReviewJudge judge, ReviewEvidence evidence, Duration time) {
        long start = System.nanoTime();
        long judged = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            Explanation explanation = judge.judge(evidence);
            if (explanation.outcome() != Outcome.PASS) {
                throw new IllegalStateException("The bench's own change does not pass: " + explanation.allFindings());
            }
            judged++;
        }
        return judged * 1e9 / (System.nanoTime() - start);
    }
}
