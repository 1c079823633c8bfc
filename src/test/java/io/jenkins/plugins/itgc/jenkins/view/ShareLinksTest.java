package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import io.jenkins.plugins.itgc.dashboard.ShareLinks;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a link for people outside shows, and every link that must show nothing. */
@WithJenkins
class ShareLinksTest {
    private JenkinsRule jenkins;
    private long orders;
    private long other;

    @BeforeEach
    void deploysAndNobodyWithRights(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.createProject(WorkflowJob.class, "orders");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, ItgcPermissions.VIEW, ItgcPermissions.EXPORT)
                .everywhere()
                .to("rita"));
        orders = DeployLedger.deploy("orders", "Refund in one step", "https://github.com/acme/orders/pull/12");
        other = DeployLedger.deploy("orders", "Another story", "https://github.com/acme/orders/pull/13");
    }

    private WebResponse open(String path) throws Exception {
        return Browser.ofAnybody(jenkins).get(path);
    }

    private void holdsNot(String path) throws Exception {
        for (String page : List.of("", "data")) {
            WebResponse response = open(path + page);
            assertThat(response.getStatusCode()).as(path + page).isEqualTo(404);
            assertThat(response.getContentAsString()).doesNotContain("Refund", "Another", "expired", "revoked");
        }
    }

    private static String token(ShareLinks.Link link) {
        return link.path().substring(ShareLinks.PATH.length() + 1, link.path().length() - 1);
    }

    private static ShareLinks links() {
        return new ShareLinks(DeployRecords.get(), ShareKey.get());
    }

    @Test
    void showsTheStoryOfItsDeployAndNoMore() throws Exception {
        String path = links().create(orders, Duration.ofDays(1), "rita").path();

        assertThat(open(path).getStatusCode()).isEqualTo(200);
        String story = open(path + "data").getContentAsString();
        assertThat(story).contains("Refund in one step", "OPS-7", "production");
        assertThat(story).doesNotContain("Another story", DeployLedger.COMMIT, "orders#1", "gates", "https://");
    }

    @Test
    void opensNothingElse() throws Exception {
        String path = links().create(orders, Duration.ofDays(1), "rita").path();

        for (String elsewhere : List.of("api/now", "dashboard", "api/deploys", "../../deploys/api/now")) {
            WebResponse response = open(path + elsewhere);
            assertThat(response.getContentAsString()).as(elsewhere).doesNotContain("Another story", "OPS-7");
        }
        assertThat(Browser.ofAnybody(jenkins).postWithoutCrumb(path + "data").getStatusCode())
                .isBetween(400, 499);
    }

    @Test
    void holdsNotWhenForged() throws Exception {
        String token = token(links().create(orders, Duration.ofDays(1), "rita"));
        String[] parts = token.split("-", -1);
        String signature = parts[3];
        String flipped = (signature.startsWith("0") ? "1" : "0") + signature.substring(1);

        for (String forged : List.of(
                parts[0] + "-" + other + "-" + parts[2] + "-" + signature,
                parts[0] + "-" + parts[1] + "-" + (Long.parseLong(parts[2]) + 86400) + "-" + signature,
                "0".repeat(32) + "-" + parts[1] + "-" + parts[2] + "-" + signature,
                parts[0] + "-" + parts[1] + "-" + parts[2] + "-" + flipped,
                parts[0] + "-" + parts[1] + "-" + parts[2] + "-" + "0".repeat(64),
                parts[0] + "-" + parts[1] + "-" + parts[2],
                token + "0",
                token.toUpperCase(java.util.Locale.ROOT),
                "x")) {
            holdsNot(ShareLinks.PATH + "/" + forged + "/");
        }
    }

    @Test
    void holdsNotWhenRevoked() throws Exception {
        ShareLinks.Link link = links().create(orders, Duration.ofDays(1), "rita");
        ShareLinks.Link stays = links().create(orders, Duration.ofDays(1), "rita");
        assertThat(open(link.path()).getStatusCode()).isEqualTo(200);
        WebResponse revoked = Browser.of(jenkins, "rita").post("deploys/api/acts/revoke", "share", link.id());

        assertThat(revoked.getStatusCode()).isEqualTo(200);
        holdsNot(link.path());
        assertThat(open(stays.path()).getStatusCode()).isEqualTo(200);
    }

    @Test
    void holdsNotWhenExpired() throws Exception {
        ShareLinks.Link link = links().create(orders, Duration.ofSeconds(-1), "rita");

        assertThat(link.expires()).isBefore(Instant.now());
        holdsNot(link.path());
    }

    @Test
    void holdsNotWhenTheLedgerDoesNotKnowIt() throws Exception {
        // somebody has the key and signs what the ledger never granted, or grants something else than was granted
        String content = "a".repeat(32) + "-" + orders + "-"
                + Instant.now().plusSeconds(600).getEpochSecond();
        holdsNot(ShareLinks.PATH + "/" + content + "-" + ShareKey.get().sign(content) + "/");
        ShareLinks.Link link = links().create(orders, Duration.ofDays(1), "rita");
        String stretched = link.id() + "-" + other + "-" + link.expires().getEpochSecond();
        holdsNot(ShareLinks.PATH + "/" + stretched + "-" + ShareKey.get().sign(stretched) + "/");
    }

    @Test
    void staysWithTheKeyAndEndsWithIt() throws Exception {
        String token = token(links().create(orders, Duration.ofDays(1), "rita"));
        Path key = jenkins.jenkins.getRootDir().toPath().resolve("secrets/itgc-share-links");
        Optional<Deploy> before = links().open(token);
        assertThat(before).isPresent();
        assertThat(Files.readString(key)).doesNotContainPattern("^[0-9a-f]{64}$");

        Files.delete(key);
        assertThat(links().open(token)).isEmpty();
        Files.writeString(key, "no secret");
        assertThat(SharedDeploys.open(token)).isEmpty();
    }

    @Test
    void isWrittenDownWithWhoMadeIt() throws Exception {
        WebResponse made = Browser.of(jenkins, "rita")
                .post("deploys/api/acts/share", "deploy", String.valueOf(orders), "days", "3");

        assertThat(made.getContentAsString()).contains(ShareLinks.PATH + "/");
        assertThat(DeployRecords.get().complete().records().shares(orders))
                .singleElement()
                .satisfies(share -> assertThat(share.createdBy()).isEqualTo("rita"));
    }
}
