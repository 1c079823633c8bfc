package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.RecordedRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.WorldOperation.SetLatency;
import io.jenkins.plugins.itgc.testbed.scenarios.WorldReview;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A world of the bench, with pull request 12 of acme/orders in it. */
public final class BenchWorld implements AutoCloseable {
    private static final RepositoryId REPOSITORY = new RepositoryId("acme", "orders");

    private final Sandbox sandbox;
    private final WorldReview review;

    private BenchWorld(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.review = new WorldReview(sandbox);
    }

    /** @param name such as {@code ordinary} */
    public static BenchWorld open(String name) throws IOException {
        try (InputStream in = BenchWorld.class.getResourceAsStream("/bench/" + name + ".yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new BenchWorld(Sandbox.start(World.parse(yaml, Path.of(".")), 0));
        }
    }

    /** Every answer takes that long from now on: the injected round trip. */
    public BenchWorld roundTrip(Duration latency) {
        sandbox.world().apply(new SetLatency(latency));
        return this;
    }

    /**
     * Reviews the pull request once, publishes the outcome and tells what that took.
     *
     * @param branch where the head is said to be; null for no hint
     */
    public Reviewed review(String branch) throws EvidenceUnavailable, InterruptedException {
        ReviewRequest.HeadHint hint = branch == null ? null : new ReviewRequest.HeadHint(REPOSITORY, branch);
        sandbox.forgetRequests();
        long start = System.nanoTime();
        WorldReview.Published published =
                review.reviewAndPublish(new ReviewRequest(REPOSITORY, 12, null, hint, null, null));
        return new Reviewed(published, Duration.ofNanos(System.nanoTime() - start), sandbox.requests());
    }

    public WorldReview gate() {
        return review;
    }

    @Override
    public void close() {
        review.close();
        sandbox.close();
    }

    /** Whether a request went to GitHub and not to a tracker. */
    static boolean toGitHub(RecordedRequest request) {
        return request.path().startsWith("/github/");
    }
}
