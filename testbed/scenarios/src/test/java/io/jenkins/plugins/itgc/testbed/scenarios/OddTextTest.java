package io.jenkins.plugins.itgc.testbed.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.PullRequestOperation.EditBody;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.PullRequestOperation.EditTitle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts of every kind are data: they neither break the review nor get out of what it writes. */
class OddTextTest {
    private static final Path WORLDS = Path.of("src/test/resources");
    private static final String REPOSITORY = "acme/orders";
    private static final String RIGHT_TO_LEFT = "\u202e\u05e9\u05dc\u05d5\u05dd\u2066 \u0645\u0631\u062d\u0628\u0627";
    private static final String EMOJI = "\ud83d\udc69\u200d\ud83d\udcbb \ud83d\ude80";

    private Sandbox sandbox;
    private WorldReview review;

    @AfterEach
    void stop() {
        review.close();
        sandbox.close();
    }

    @Test
    void aDescriptionOf64KiBWithEmojiAndRightToLeftTextPasses() throws Exception {
        open("attacks/00-control-that-passes.yaml");
        String odd = (EMOJI + " " + RIGHT_TO_LEFT + " ").repeat(4000);
        sandbox.world().apply(new EditTitle(REPOSITORY, 12, "alice", RIGHT_TO_LEFT + EMOJI));
        sandbox.world().apply(new EditBody(REPOSITORY, 12, "alice", "Ticket: OPS-7\n\n" + odd.substring(0, 65_000)));
        assertThat(published().judgement().ruling().decision()).isInstanceOf(Decision.Pass.class);
        assertHarmless(written());
    }

    @Test
    void anEmptyDescriptionIsRefusedForItsTicket() throws Exception {
        open("attacks/00-control-that-passes.yaml");
        sandbox.world().apply(new EditBody(REPOSITORY, 12, "alice", ""));
        assertThat(published().judgement().ruling().decision()).isInstanceOf(Decision.Refuse.class);
        assertThat(written()).contains("Ticket");
    }

    @Test
    void namesThatTryToBecomeMarkupStayNames() throws Exception {
        open("odd-names.yaml");
        assertThat(published().judgement().ruling().decision()).isInstanceOf(Decision.Refuse.class);
        String body = written();
        assertHarmless(body);
        assertThat(body).doesNotContain("<img").doesNotContain("](http://evil").doesNotContain(" @bob");
        assertThat(body.lines().filter(line -> line.startsWith("| ")).toList()).allSatisfy(row -> assertThat(
                        row.replace("\\|", "").chars().filter(c -> c == '|').count())
                .isEqualTo(3));
    }

    private void open(String world) throws Exception {
        sandbox = Sandbox.start(World.load(WORLDS.resolve(world)), 0);
        review = new WorldReview(sandbox);
    }

    private WorldReview.Published published() throws Exception {
        return review.reviewAndPublish(new ReviewRequest(RepositoryId.parse(REPOSITORY), 12, null, null, null, null));
    }

    /** What the gates wrote to the pull request. */
    private String written() {
        List<Review> all = sandbox.world().locked(() -> sandbox.world()
                .repository(REPOSITORY)
                .pullRequests()
                .get(12)
                .reviews());
        return all.get(all.size() - 1).body();
    }

    private static void assertHarmless(String body) {
        assertThat(body).hasSizeLessThan(65_536);
        assertThat(body).doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
    }
}
