package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A closed window is opened by whom the configuration names, with a reason, and by nobody else. */
@WithJenkins
class WindowOverrideActionTest {
    private static final String PATH = "deploy-window/override";
    private static final String COMMIT = "1".repeat(40);

    private JenkinsRule jenkins;

    @BeforeEach
    void letMiaOverride(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("mia", "dan"));
        WindowEntry window = new WindowEntry();
        window.setWindows("MON-THU 10:00-17:00 Asia/Tokyo");
        window.setOverriders("mia");
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setWindow(window);
        ItgcConfiguration.get().setEnvironments(List.of(production, new EnvironmentEntry("staging")));
    }

    private static String[] asking(String name, String value) {
        List<String> parameters = new ArrayList<>(List.of(
                "environment",
                "production",
                "repository",
                "acme/orders",
                "commit",
                COMMIT,
                "reason",
                "The shop is down"));
        int at = parameters.indexOf(name);
        if (at >= 0) {
            parameters.set(at + 1, value);
        } else {
            parameters.addAll(List.of(name, value));
        }
        return parameters.toArray(new String[0]);
    }

    private static String[] asking() {
        return asking("service", "orders");
    }

    private int post(String user, String... parameters) throws Exception {
        return Browser.of(jenkins, user).post(PATH, parameters).getStatusCode();
    }

    private static List<Entry> entries() {
        return ItgcServices.get().ledger().entries(0, 10);
    }

    @Test
    void recordsWhoLetWhatThroughAndWhy() throws Exception {
        assertThat(post("mia", asking())).isEqualTo(200);

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("window.overridden");
            assertThat(entry.actor()).isEqualTo("user mia");
            assertThat(entry.body())
                    .contains(
                            "\"person\":\"mia\"", "\"reason\":\"The shop is down\"", COMMIT, "\"service\":\"orders\"");
        });
    }

    @Test
    void isNotForSomebodyElse() throws Exception {
        assertThat(post("dan", asking())).isEqualTo(403);
        assertThat(entries()).isEmpty();
    }

    @Test
    void isNotForAnAdministratorWhoIsNotNamed() throws Exception {
        assertThat(post("admin", asking())).isEqualTo(403);
        assertThat(entries()).isEmpty();
    }

    @Test
    void isNotForAnybodyWhoIsNotSignedIn() throws Exception {
        assertThat(Browser.ofAnybody(jenkins).postWithoutCrumb(PATH, asking()).getStatusCode())
                .isIn(401, 403);
        assertThat(entries()).isEmpty();
    }

    @Test
    void isNotForALinkThatSomebodyFollows() throws Exception {
        assertThat(Browser.of(jenkins, "mia").get(PATH).getStatusCode()).isIn(404, 405);
        assertThat(entries()).isEmpty();
    }

    @Test
    void needsACrumb() throws Exception {
        assertThat(Browser.of(jenkins, "mia").postWithoutCrumb(PATH, asking()).getStatusCode())
                .isEqualTo(403);
        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reason, ' '",
        "commit, 1111111",
        "commit, master",
        "repository, orders",
        "environment, nowhere",
        "lasts, 25h",
        "lasts, -1h",
        "lasts, soon"
    })
    void refusesWhatIsNotOfTheRightForm(String name, String value) throws Exception {
        assertThat(post("mia", asking(name, value))).isEqualTo(400);
        assertThat(entries()).isEmpty();
    }

    @Test
    void refusesAReasonThatNobodyWillRead() throws Exception {
        assertThat(post("mia", asking("reason", "x".repeat(1001)))).isEqualTo(400);
        assertThat(entries()).isEmpty();
        assertThat(post("mia", asking("reason", "x".repeat(1000)))).isEqualTo(200);
    }

    @Test
    void refusesWhatIsLeftOut() throws Exception {
        for (String name : List.of("environment", "repository", "commit", "reason")) {
            List<String> rest = new ArrayList<>(List.of(asking()));
            int at = rest.indexOf(name);
            rest.subList(at, at + 2).clear();
            assertThat(post("mia", rest.toArray(new String[0]))).as(name).isEqualTo(400);
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void lastsAnHourUnlessSaidOtherwiseAndADayAtMost() throws Exception {
        Instant before = Instant.now();
        post("mia", asking());
        post("mia", asking("lasts", "24h"));
        assertThat(entries())
                .extracting(entry -> Instant.parse(
                        new ObjectMapper().readTree(entry.body()).get("until").asText()))
                .satisfiesExactly(
                        hour -> assertThat(hour)
                                .isBetween(
                                        before.plusSeconds(3600), Instant.now().plusSeconds(3600)),
                        day -> assertThat(day)
                                .isBetween(
                                        before.plusSeconds(86_400),
                                        Instant.now().plusSeconds(86_400)));
    }

    @Test
    void isNotForAnEnvironmentWithoutAWindow() throws Exception {
        assertThat(post("mia", asking("environment", "staging"))).isEqualTo(403);
        assertThat(entries()).isEmpty();
    }

    @Test
    void answersInTheReadersLanguage() throws Exception {
        Browser mia = Browser.of(jenkins, "mia").reading("ja");

        assertThat(mia.post(PATH, asking("reason", "")).getContentAsString()).isEqualTo("理由を書いてください。時間外許可には理由が必要です。");
        assertThat(mia.post(PATH, asking("lasts", "25h")).getContentAsString()).isEqualTo("時間外許可は最長 24h です。");
        assertThat(mia.post(PATH, asking("lasts", "soon")).getContentAsString())
                .isEqualTo("「soon」は lasts の長さではありません。30m のように、数値に s、m、h、d のいずれかを付けてください。");
        assertThat(mia.post(PATH, asking("environment", "moon")).getContentAsString())
                .isEqualTo("ポリシーのキー「environments」: コントローラーの設定に環境「moon」がありません。");
        assertThat(mia.post(PATH, asking("environment", "staging")).getContentAsString())
                .isEqualTo("このデプロイ可能時間の時間外許可をする権限がありません。");
        assertThat(mia.post(PATH, asking()).getContentAsString()).isEqualTo("記録しました。");
        assertThat(mia.post("itgc-identity/code").getContentAsString()).contains("本人情報にあなたの Jenkins アカウントの登録がありません。");
    }
}
