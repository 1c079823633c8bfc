package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What became of a text is told as GitHub tells it. */
class EditsTest {
    private static final String EDITS =
            "createdAt body userContentEdits(first: 9) { totalCount nodes { diff editedAt editor { login } deletedAt deletedBy { login } } }";

    @Test
    void everyEditTellsTheWholeTextAfterItNewestFirstAndTheOriginalLast() throws Exception {
        JsonNode pull = pull("""
            body: "Ticket: OPS-7"
            edits:
              - {by: bob, before: "Ticket: OPS-1"}
              - {by: mia, before: "Ticket: OPS-3"}
            """);
        JsonNode edits = pull.path("userContentEdits");
        assertThat(edits.findValuesAsText("diff")).containsExactly("Ticket: OPS-7", "Ticket: OPS-3", "Ticket: OPS-1");
        assertThat(edits.findValuesAsText("login")).containsExactly("mia", "bob", "alice");
        assertThat(edits.at("/nodes/2/editedAt")).isEqualTo(pull.path("createdAt"));
        assertThat(edits.path("totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void anEditThatSaysNothingElseLeavesTheTextAsItIs() throws Exception {
        JsonNode pull = pull("body: Same\nedits: [{by: bob}]\n");
        assertThat(pull.findValuesAsText("diff")).containsExactly("Same", "Same");
        assertThat(pull.path("body").asText()).isEqualTo("Same");
    }

    @Test
    void whatSomebodyTookOutOfTheHistoryIsNotTold() throws Exception {
        JsonNode pull =
                pull("body: New\nedits: [{by: bob, before: Old, deletedBy: mia, deletedAt: 2026-01-06T00:00:00Z}]\n");
        JsonNode edit = pull.at("/userContentEdits/nodes/0");
        assertThat(edit.path("diff").isNull()).isTrue();
        assertThat(edit.at("/deletedBy/login").asText()).isEqualTo("mia");
        assertThat(edit.path("deletedAt").asText()).isEqualTo("2026-01-06T00:00:00Z");
        assertThat(pull.at("/userContentEdits/nodes/1/diff").asText()).isEqualTo("Old");
    }

    @Test
    void anUneditedTextHasNoHistory() throws Exception {
        assertThat(pull("body: Plain\n").at("/userContentEdits/totalCount").asInt())
                .isZero();
    }

    @Test
    void aReviewHasAHistoryToo() throws Exception {
        String reviews = "reviews: [{author: bob, body: Fine, edited: {by: mia, before: Bad}}]\n";
        try (Calling github = Calling.world(Worlds.small(Worlds.CHANGE, reviews))) {
            JsonNode pull =
                    github.pull("reviews(first: 1) { nodes { body userContentEdits(first: 9) { nodes { diff } } } }");
            assertThat(pull.findValuesAsText("diff")).containsExactly("Fine", "Bad");
            assertThat(pull.findValuesAsText("body")).containsExactly("Fine");
        }
    }

    private static JsonNode pull(String yaml) throws Exception {
        try (Calling github = Calling.world(Worlds.small(Worlds.CHANGE, yaml))) {
            return github.pull(EDITS);
        }
    }
}
