package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.Account;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The accounts, commits and repositories in events that GitHub really sent are read as what they are. */
class RecordedEventsTest {
    private static final JsonNode EVENTS = Recorded.read("webhooks/index.json");

    @Test
    void everySenderIsWhoGitHubSaysItIs() {
        List<JsonNode> senders = found("sender");
        assertThat(senders).hasSizeGreaterThan(200);
        for (JsonNode sender : senders) {
            Account account = Accounts.ofRest(Optional.of(json(sender)));
            String type = sender.path("type").asText();
            assertThat(account.human())
                    .as("%s", sender)
                    .isEqualTo(type.equals("User") && !account.equals(Account.GHOST));
            assertThat(account.login()).doesNotContain("[bot]");
        }
    }

    @Test
    void appsAreAmongThem() {
        assertThat(found("sender").stream().map(sender -> Accounts.ofRest(Optional.of(json(sender)))
                        .kind()))
                .contains(Account.Kind.HUMAN, Account.Kind.BOT);
    }

    @Test
    void headAndBaseOfEveryPullRequestAreNamed() {
        List<JsonNode> pulls = found("pull_request").stream()
                .filter(pull -> pull.has("head") && pull.has("merged"))
                .toList();
        assertThat(pulls).hasSizeGreaterThan(20);
        for (JsonNode pull : pulls) {
            CommitId head = json(pull.path("head")).get("sha").as(CommitId::new);
            assertThat(head.sha()).isEqualTo(pull.at("/head/sha").asText());
            RepositoryId base = json(pull.at("/base/repo")).get("full_name").as(RepositoryId::parse);
            assertThat(base.owner())
                    .isEqualToIgnoringCase(pull.at("/base/repo/owner/login").asText());
            assertThat(json(pull).instant("created_at"))
                    .isBefore(json(pull).instant("updated_at").plusSeconds(1));
        }
    }

    private static List<JsonNode> found(String name) {
        List<JsonNode> found = new ArrayList<>();
        EVENTS.forEach(event -> event.path("examples").forEach(example -> {
            if (example.path(name).isObject()) {
                found.add(example.path(name));
            }
        }));
        return found;
    }

    private static io.jenkins.plugins.itgc.connect.http.Json json(JsonNode node) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        byte[] body = node.toString().getBytes(StandardCharsets.UTF_8);
        return new Answer(URI.create("https://api.github.com/events"), 200, none, body).json();
    }
}
