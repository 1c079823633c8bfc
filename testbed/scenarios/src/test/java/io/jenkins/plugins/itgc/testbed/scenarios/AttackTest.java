package io.jenkins.plugins.itgc.testbed.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each known attack on a review is a world of its own; its head says what the gate must answer. */
class AttackTest {
    private static final Path WORLDS = Path.of("src/test/resources/attacks");
    private static final RepositoryId REPOSITORY = new RepositoryId("acme", "orders");
    private static final Pattern COMMIT = Pattern.compile("commit (\\w+) since (\\w+)");

    /** A pass has no finding, every other answer a certain one. */
    private static final Pattern EXPECTED =
            Pattern.compile("(pass(?:, nothing to review)?|(?:refuse|unknown)(?= ))(?: ([a-z.-]+))?");

    static Stream<Path> worlds() throws IOException {
        try (Stream<Path> files = Files.list(WORLDS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void isAnsweredAsItsWorldSays(Path file) throws Exception {
        World world = World.load(file);
        try (Sandbox sandbox = Sandbox.start(world, 0);
                WorldReview review = new WorldReview(sandbox)) {
            Ruling ruling = review.review(request(file, review)).ruling();
            assertAnswer(file.getFileName(), ruling, head(file, "expect"));
        }
    }

    private static void assertAnswer(Path world, Ruling ruling, String head) {
        Matcher expected = EXPECTED.matcher(head);
        assertThat(expected.matches()).as("%s: expect: %s", world, head).isTrue();
        List<Finding> findings = ruling.explanation().allFindings();
        assertThat(answer(ruling)).as("%s: %s", world, findings).isEqualTo(expected.group(1));
        List<String> codes = findings.stream().map(Finding::code).toList();
        if (expected.group(2) == null) {
            assertThat(codes).as("%s", world).isEmpty();
        } else {
            assertThat(codes).as("%s", world).contains(expected.group(2));
        }
    }

    private static String answer(Ruling ruling) {
        String name = RulingBody.word(ruling.decision());
        boolean unjudged = ruling.explanation().children().isEmpty();
        return ruling.decision() instanceof Decision.Pass && unjudged ? name + ", nothing to review" : name;
    }

    private static ReviewRequest request(Path file, WorldReview review) throws IOException {
        Matcher commit = COMMIT.matcher(head(file, "subject"));
        if (!commit.matches()) {
            return new ReviewRequest(REPOSITORY, 12, null, null, null, "production");
        }
        review.deployed("orders", "production", review.commit(REPOSITORY, commit.group(2)));
        return new ReviewRequest(
                REPOSITORY, null, review.commit(REPOSITORY, commit.group(1)), null, "orders", "production");
    }

    /** A line of the comment at the head of a world. */
    private static String head(Path file, String key) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("# " + key + ": "))
                .map(line -> line.substring(key.length() + 4))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + " does not say what to " + key));
    }
}
