package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.dashboard.Links;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Titles, names and addresses from outside are text and nothing else. */
@WithJenkins
class OutsideTextTest {
    private static final String TITLE =
            "<script>alert(1)</script> ]]> & \"quoted\"\r\nEND:VEVENT\r\nBEGIN:VALARM\u0000\u2028; =cmd|' /C calc'!A0";

    private JenkinsRule jenkins;

    @BeforeEach
    void aDeployWithAnEvilTitle(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.createProject(WorkflowJob.class, "orders");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        DeployLedger.deploy("orders", TITLE, "javascript:alert(1)");
    }

    private WebResponse get(String path) throws Exception {
        return Browser.of(jenkins, "admin").get(path);
    }

    @Test
    void staysTextInJsonAndItsAddressesGoNowhere() throws Exception {
        for (String path : new String[] {"deploys/api/deploys", "deploys/api/deploy?id=1", "deploys/api/now"}) {
            WebResponse answer = get(path);

            assertThat(answer.getContentType()).isEqualTo("application/json");
            assertThat(answer.getResponseHeaderValue("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getContentAsString()).doesNotContain("javascript:");
        }
        JsonNode first = new ObjectMapper()
                .readTree(get("deploys/api/deploys").getContentAsString())
                .at("/deploys/0/pullRequests/0");
        assertThat(first.path("title").asText()).isEqualTo(TITLE);
        assertThat(first.path("url").isNull()).isTrue();
    }

    @Test
    void staysTextInTheAtomFeed() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String feed = get("deploys/feed.atom").getContentAsString();
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(feed)));

        assertThat(document.getElementsByTagNameNS("*", "script").getLength()).isZero();
        assertThat(document.getElementsByTagNameNS("*", "summary").item(0).getTextContent())
                .contains("<script>alert(1)</script> ]]> & \"quoted\"")
                .doesNotContain("\u0000");
    }

    @Test
    void staysOneEventInTheCalendar() throws Exception {
        String calendar = get("deploys/deploys.ics").getContentAsString();

        assertThat(calendar.split("\r\n", -1)).containsOnlyOnce("END:VEVENT").doesNotContain("BEGIN:VALARM");
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\n", "\r", "\u0000", "\u2028");
        assertThat(calendar.lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(75);
        assertThat(calendar.replace("\r\n ", "")).contains("\\; =cmd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x",
                        "file:///etc/passwd",
                "//evil.example.com/x", "https:", "https:///x", "http://a b", "mailto:a@example.com", ""
            })
    void opensNoOtherAddressThanOfTheWeb(String address) {
        assertThat(Links.safe(address)).isNull();
    }

    @Test
    void opensAddressesOfTheWeb() {
        assertThat(Links.safe("https://github.com/acme/orders/pull/12"))
                .isEqualTo("https://github.com/acme/orders/pull/12");
        assertThat(Links.safe(null)).isNull();
    }
}
