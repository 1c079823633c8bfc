package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerSeal;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleReport;
import io.jenkins.plugins.itgc.ledger.bundle.BundleVerifier;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What auditors take away from a controller, and that nobody else does. */
@WithJenkins
class ExportsTest {
    private static final String EXPORT = "deploys/api/export/";

    @TempDir
    private Path folder;

    private JenkinsRule jenkins;

    @BeforeEach
    void peopleAndDeploys(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, ItgcPermissions.VIEW)
                .everywhere()
                .to("viewer", "rita")
                .grant(ItgcPermissions.EXPORT)
                .onRoot()
                .to("rita"));
        DeployLedger.deploy("orders", "Refund", "https://github.com/acme/orders/pull/12");
    }

    private BundleReport verified(WebResponse response, BundleVerifier.Witness witness) throws Exception {
        Path zip = Files.createTempFile(folder, "bundle", ".zip");
        try (InputStream in = response.getContentAsStream()) {
            Files.write(zip, in.readAllBytes());
        }
        try (Bundle bundle = Bundle.of(zip)) {
            return BundleVerifier.verify(bundle, witness);
        }
    }

    @Test
    void givesABundleThatVerifiesAndKeepsInMindWhoTookIt() throws Exception {
        Browser rita = Browser.of(jenkins, "rita");
        WebResponse response = rita.post(EXPORT + "bundle");
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getResponseHeaderValue("Content-Disposition")).contains("attachment", "itgc-ledger.zip");
        String pem = rita.get(EXPORT + "keys.pem").getContentAsString();
        List<String> kept = rita.get(EXPORT + "checkpoints.jsonl")
                .getContentAsString()
                .lines()
                .toList();
        BundleReport report = verified(response, new BundleVerifier.Witness(VerifyingKey.all(pem), kept));
        assertThat(report.problems()).isEmpty();
        assertThat(report.remarks()).isEmpty();
        assertThat(report.chain().signed()).isEqualTo(report.chain().entries()).isEqualTo(4);
        assertThat(ItgcServices.get().ledger().last().orElseThrow().kind()).isEqualTo("ledger.exported");
        assertThat(ItgcServices.get().ledger().last().orElseThrow().actor()).isEqualTo("user rita");
        try (Stream<Path> left =
                Files.list(jenkins.jenkins.getRootDir().toPath().resolve("itgc/exports"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys.pem", "checkpoints.jsonl", "itgc-audit.jar"})
    void givesNothingToWhoMayOnlyView(String file) throws Exception {
        assertThat(Browser.of(jenkins, "viewer").get(EXPORT + file).getStatusCode())
                .isEqualTo(403);
        // Somebody who has not signed in is asked to.
        assertThat(Browser.ofAnybody(jenkins).get(EXPORT + file).getContentType())
                .isEqualTo("text/html");
        assertThat(Browser.of(jenkins, "rita").get(EXPORT + file).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void givesNoBundleWithoutPermissionCrumbOrPost() throws Exception {
        assertThat(Browser.of(jenkins, "viewer").post(EXPORT + "bundle").getStatusCode())
                .isEqualTo(403);
        assertThat(Browser.of(jenkins, "rita")
                        .postWithoutCrumb(EXPORT + "bundle")
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(Browser.of(jenkins, "rita").get(EXPORT + "bundle").getStatusCode())
                .isIn(404, 405);
        assertThat(ItgcServices.get().ledger().last().orElseThrow().kind()).isEqualTo("deploy.succeeded");
    }

    @Test
    void keepsThePrivatePartAmongTheSecretsAndEncrypted() throws Exception {
        Browser.of(jenkins, "rita").post(EXPORT + "bundle");
        Path home = jenkins.jenkins.getRootDir().toPath();
        String text = LedgerSeal.get().notary().keys().signing().secretText();
        String secret = Files.readString(home.resolve("secrets/itgc-ledger-key"));
        assertThat(secret).isNotEmpty().doesNotContain(text.substring(0, text.indexOf(':')));
        try (Stream<Path> files = Files.list(home.resolve("itgc"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain(text.substring(0, text.indexOf(':')));
            }
        }
    }

    @Test
    void showsWhetherTheLedgerStillHasWhatWasSigned() throws Exception {
        Browser rita = Browser.of(jenkins, "rita");
        rita.post(EXPORT + "bundle");
        rita.post("deploys/api/acts/verify");
        org.awaitility.Awaitility.await()
                .until(() -> rita.get("deploys/api/audit").getContentAsString().contains("\"state\":\"intact\""));
        assertThat(rita.get("deploys/api/audit").getContentAsString()).contains("\"signed\":4");
    }

    @Test
    void judgesReviewsAgainForWhoMayExport() throws Exception {
        String path = EXPORT + "replay?policy=%7B%22requiredApprovals%22%3A2%7D";
        DeployLedger.append("review.decided", "acme/orders@1", java.util.Map.of("decision", "pass"));
        WebResponse response = Browser.of(jenkins, "rita").get(path);
        assertThat(response.getContentAsString()).contains("\"judged\":0", "\"withoutEvidence\":1", "\"next\":null");
        assertThat(Browser.of(jenkins, "rita").get(EXPORT + "replay?policy=2").getStatusCode())
                .isEqualTo(400);
        assertThat(Browser.of(jenkins, "viewer").get(path).getStatusCode()).isEqualTo(403);
    }

    @Test
    void takesAPolicyWholeOrRefusesIt() throws Exception {
        Browser rita = Browser.of(jenkins, "rita");
        String spaces = " ".repeat(60_000);
        String path = EXPORT + "replay";
        DeployLedger.append("review.decided", "acme/orders@1", java.util.Map.of("decision", "pass"));
        String policy = "{\"requiredApprovals\":2" + spaces + "}";
        assertThat(rita.post(path, "policy", policy).getContentAsString()).contains("\"withoutEvidence\":1");
        assertThat(rita.post(path, "policy", policy.replace("}", "")).getStatusCode())
                .isEqualTo(400);

        WebResponse refused = rita.post(path, "policy", policy.replace(spaces, spaces + spaces));
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("policy is longer than 65536 characters");
        assertThat(Browser.of(jenkins, "viewer").post(path, "policy", "{}").getStatusCode())
                .isEqualTo(403);
        assertThat(rita.get("deploys/api/deploys?text=" + "a".repeat(201)).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void archivesOnlyForAdministratorsAndOnlyWhatIsOld() throws Exception {
        String act = "deploys/api/acts/archive";
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ, ItgcPermissions.VIEW, ItgcPermissions.EXPORT)
                .everywhere()
                .to("rita"));
        assertThat(Browser.of(jenkins, "rita")
                        .post(act, "before", "2020-01-01T00:00:00Z")
                        .getStatusCode())
                .isEqualTo(403);
        Browser admin = Browser.of(jenkins, "admin");
        assertThat(admin.post(act, "before", "2020-01-01T00:00:00Z").getContentAsString())
                .contains("nothing to move");
        assertThat(admin.post(act, "before", java.time.Instant.now().toString()).getStatusCode())
                .isEqualTo(400);
        assertThat(admin.post(act).getStatusCode()).isEqualTo(400);
    }
}
