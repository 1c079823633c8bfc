package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Item;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * The dashboard of a controller whose ledger was put back answers as that of then did. Spans are given, and open requests and
 * holds last for years, so that no answer depends on when it is asked for.
 */
@WithJenkins
class OldDashboardTest {
    private static final String API = "deploys/api/";
    private static final String SPAN = "from=2026-06-01T00:00:00Z&to=2027-01-01T00:00:00Z";

    private Browser rita;
    private String address;

    @BeforeEach
    void putTheLedgerBack(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, ItgcPermissions.VIEW, ItgcPermissions.EXPORT)
                .everywhere()
                .to("rita"));
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("itgc");
        for (String open : new String[] {"ledger.db", "ledger.db-wal", "ledger.db-shm"}) {
            Files.deleteIfExists(folder.resolve(open));
        }
        OldLedger.copyTo(folder);
        assertThat(ItgcServices.get().ledger().last().orElseThrow().sequence()).isEqualTo(498);
        DeployRecords.get().complete();
        rita = Browser.of(jenkins, "rita");
        address = jenkins.getURL().toString();
    }

    private JsonNode ask(String path) throws Exception {
        WebResponse response = rita.get(API + path);
        assertThat(response.getStatusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(response.getContentAsString());
    }

    @Test
    void showsWhatWaitsRunsAndIsHeld() throws Exception {
        OldLedger.requireRecorded("dashboard/now", ask("now"));
    }

    @Test
    void listsDeploysAndWhatTheyMayBeChosenBy() throws Exception {
        JsonNode page = ask("deploys");
        OldLedger.requireRecorded("dashboard/deploys", page);
        OldLedger.requireRecorded(
                "dashboard/deploys-next",
                ask("deploys?service=checkout&before="
                        + page.path("deploys").get(9).path("id")));
        OldLedger.requireRecorded("dashboard/deploys-of-search", ask("deploys?text=refund"));
        OldLedger.requireRecorded("dashboard/options", ask("options"));
    }

    @Test
    void tellsTheWholeStoryOfEachDeploy() throws Exception {
        TreeMap<String, JsonNode> all = new TreeMap<>();
        for (var entry : ItgcServices.get().ledger().entries(Set.of("deploy.requested"), 0, 1000)) {
            all.put(String.valueOf(entry.sequence()), ask("deploy?id=" + entry.sequence()));
        }
        assertThat(all).hasSizeGreaterThan(30);
        OldLedger.requireRecorded("dashboard/each-deploy", all);
    }

    @Test
    void countsAsBefore() throws Exception {
        OldLedger.requireRecorded("dashboard/metrics", ask("metrics?" + SPAN));
        OldLedger.requireRecorded(
                "dashboard/metrics-of-orders", ask("metrics?service=orders&environment=production&" + SPAN));
    }

    @Test
    void fillsTheCalendar() throws Exception {
        OldLedger.requireRecorded("dashboard/calendar", ask("calendar?" + SPAN));
    }

    /** What was verified here is told elsewhere. */
    @Test
    void listsExceptionsForAuditors() throws Exception {
        ObjectNode answer = (ObjectNode) ask("audit");
        answer.remove("verification");
        OldLedger.requireRecorded("dashboard/audit", answer);
    }

    @Test
    void judgesReviewsAgain() throws Exception {
        String answer =
                ask("export/replay?policy=%7B%22requiredApprovals%22%3A2%7D").toString();

        // What is judged again is told in today's words.
        assertThat(answer).contains("1 of 2 peer approvals covers ");
        OldLedger.requireRecorded(
                "dashboard/replay",
                new ObjectMapper().readTree(answer.replace("peer approvals covers ", "peer approvals cover ")));
    }

    @Test
    void feedsReaders() throws Exception {
        OldLedger.requireRecordedText(
                "dashboard/feed.atom",
                rita.get("deploys/feed.atom").getContentAsString().replace(address, "https://jenkins.example.com/"));
    }
}
