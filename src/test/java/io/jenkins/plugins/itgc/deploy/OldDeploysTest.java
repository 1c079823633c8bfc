package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deploys and holds of an old ledger are what they were, and the queue goes on from there. */
class OldDeploysTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private SqliteLedger ledger;
    private DeployRegister register;

    @BeforeEach
    void open() throws IOException {
        ledger = OldLedger.open(folder);
        register = new DeployRegister(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** The reason was a sentence when this was recorded; it is one in English still. */
    private static List<JsonNode> recorded(List<DeployNews> news) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (DeployNews one : news) {
            ObjectNode node = (ObjectNode) JSON.readTree(CanonicalJson.of(one));
            node.put("reason", one.reason() == null ? null : one.reason().english());
            all.add(node);
        }
        all.sort(Comparator.comparingLong(one -> one.path("deploy").asLong()));
        return all;
    }

    @Test
    void areWhatTheyWere() throws IOException {
        OldLedger.requireRecorded("register/open", recorded(register.open()));
        OldLedger.requireRecorded("register/currents", recorded(register.currents()));
        OldLedger.requireRecorded("register/news", recorded(register.newsSince(Instant.EPOCH)));
        Map<String, Object> ways = new TreeMap<>();
        for (DeployNews current : register.currents()) {
            DeployTarget target = current.target();
            ways.put(
                    target.name(),
                    Map.of(
                            "back",
                                    register.rollbackTarget(target)
                                            .map(DeployNews::deploy)
                                            .orElse("none"),
                            "takes",
                                    register.typicalDuration(target)
                                            .map(Object::toString)
                                            .orElse("nobody knows")));
        }
        OldLedger.requireRecorded("register/ways-back", ways);
    }

    /** Also of those that went wrong: by them drift is told from a bypass. */
    @Test
    void beganWhereTheyBegan() throws IOException {
        Map<String, Object> all = new TreeMap<>();
        for (Recorded<DeployEvent.Progress> requested :
                new EventLog(ledger).after(DeployEvent.Progress.class, 0, 1000)) {
            if (!(requested.event() instanceof DeployEvent.Requested)) {
                continue;
            }
            DeployNews news = DeployEvents.news(DeployFold.next(null, requested));
            DeployTarget target = news.target();
            all.put(
                    target + " " + news.commit(),
                    Map.of(
                            "latest",
                                    named(register.latestOf(
                                            target, news.commit().substring(0, 10))),
                            "good", named(register.good(target, news.commit())),
                            "first", named(register.firstOf(news.repository(), target.environment()))));
        }
        OldLedger.requireRecorded("register/begun", all);
    }

    private static String named(Optional<DeployNews> news) {
        return news.map(DeployNews::deploy).orElse("none");
    }

    @Test
    void areNotFoundToBePassedByAgain() throws Exception {
        Entry found = ledger.entries(Set.of("bypass.found"), 0, 10).get(1);
        String id = found.subject().replaceAll(".* as deployment (\\d+) in .*", "$1");
        String commit = found.subject().replaceAll(".*@([0-9a-f]{40}) .*", "$1");
        HostedDeployments host = (repository, environment, moment) ->
                List.of(new HostedDeployment(id, commit, null, "itgc-gates", OldLedger.CLOCK.instant()));
        RepositoryId orders = RepositoryId.parse("acme/orders");

        assertThat(new BypassSearch(register, ledger).look(host, orders, "production", Actor.named("test")))
                .isEmpty();
        HostedDeployments another = (repository, environment, moment) ->
                List.of(new HostedDeployment("7", commit, null, "itgc-gates", OldLedger.CLOCK.instant()));
        assertThat(new BypassSearch(register, ledger).look(another, orders, "production", Actor.named("test")))
                .hasSize(1);
    }

    @Test
    void areHeldAsTheyWere() throws IOException {
        OldLedger.requireRecorded("register/holds", new Holds(ledger, OldLedger.CLOCK).all());
    }

    /** Everything that a deploy of then rested on can be read still. */
    @Test
    void restOnThePassesThatTheyRestedOn() throws IOException {
        Map<String, Object> passes = new TreeMap<>();
        for (Recorded<DeployEvent.Started> started : new EventLog(ledger).after(DeployEvent.Started.class, 0, 1000)) {
            DeploymentBody body = started.event().body();
            for (DeploymentBody.GatePass gate : body.gates()) {
                RecordedPass pass = RecordedPass.read(ledger, gate.gate(), gate.evidence(), Actor.build(body.build()))
                        .orElseThrow();
                passes.put(started.sequence() + " " + gate.gate(), named(pass));
            }
        }
        assertThat(passes).hasSizeGreaterThan(15);
        OldLedger.requireRecorded("register/passes", passes);
    }

    @Test
    void leaveTheirQueueToTheNext() {
        DeployTarget target = new DeployTarget("orders", "production");
        DeployNews next = register.request(Requests.of(9, "orders#9"), "7");
        assertThat(register.queue(target)).containsExactly(next);
        register.start(next.deploy());
        register.end(next.deploy(), DeployState.SUCCEEDED, null);
        assertThat(register.current(target))
                .hasValueSatisfying(news -> assertThat(news.deploy()).isEqualTo(next.deploy()));
    }

    /** With what it rests on named as it was then: by sentences. */
    /** The change in the form that the ledger keeps; that it is no pull request is said by saying nothing. */
    private static Map<String, Object> named(RecordedPass pass) {
        Map<String, String> sentences = new TreeMap<>();
        pass.grounds().hashes().forEach((key, hash) -> sentences.put(sentence(Ground.parse(key), pass.gate()), hash));
        Map<String, Object> named = new TreeMap<>();
        named.put("gate", pass.gate());
        named.put("evidenceId", pass.evidenceId());
        named.put("change", ChangeBody.of(pass.change()));
        named.put("service", pass.service());
        named.put("opensDeploy", pass.opensDeploy());
        named.put("grounds", new Grounds(sentences));
        named.put("pullRequests", pass.pullRequests());
        named.put("tickets", pass.tickets());
        return named;
    }

    private static String sentence(Ground ground, String gate) {
        if (ground.part() == Ground.Part.PULL_REQUEST) {
            return ground.object();
        }
        return ground.part() == Ground.Part.TICKET && gate.equals("approval")
                ? "ticket " + ground.object()
                : ground.words();
    }
}
