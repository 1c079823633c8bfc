package io.jenkins.plugins.itgc.testbed.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Pipelines;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
@Timeout(60)
class WebTest {
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(JenkinsRule jenkins, String path, String... headers) throws Exception {
        return send(jenkins, path, "GET", headers);
    }

    private HttpResponse<String> post(JenkinsRule jenkins, String path, String... headers) throws Exception {
        return send(jenkins, path, "POST", headers);
    }

    private HttpResponse<String> send(JenkinsRule jenkins, String path, String method, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(jenkins.getURL() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String user, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static void secure(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.BUILD)
                .everywhere()
                .to("alice")
                .grant(Jenkins.READ)
                .everywhere()
                .to("bob"));
    }

    @Test
    void sendsStrictHeaders(JenkinsRule jenkins) throws Exception {
        HttpResponse<String> page = get(jenkins, "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe-inline");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).doesNotContain("<script>", " onclick=", " style=");
    }

    @Test
    void showsJobsBuildsAndTheConsole(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Pipelines.job(jenkins, "echo '<b>bold & \"quoted\"'");
        jenkins.buildAndAssertSuccess(job);

        assertThat(get(jenkins, "").body()).contains("test0").contains("SUCCESS");
        assertThat(get(jenkins, job.getUrl()).body()).contains("#1");
        assertThat(get(jenkins, "job/test0/1/").body()).contains("Console output");
        assertThat(get(jenkins, "job/test0/1/consoleText").body()).contains("<b>bold");
        assertThat(get(jenkins, "job/test0/1/logText/progressiveHtml").body())
                .contains("&lt;b&gt;bold &amp; &quot;quoted");
        assertThat(get(jenkins, "job/test0/lastBuild/console").body()).contains("static/console.js");
        assertThat(get(jenkins, "static/console.js").statusCode()).isEqualTo(200);
        assertThat(get(jenkins, "job/none/").statusCode()).isEqualTo(404);
    }

    @Test
    void wantsACrumbForPosts(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Pipelines.job(jenkins, "echo 'x'");

        assertThat(post(jenkins, job.getUrl() + "build").statusCode()).isEqualTo(403);
        assertThat(job.getLastBuild()).isNull();
        HttpResponse<String> crumb = get(jenkins, "crumbIssuer/api/json");
        String cookie = crumb.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String value = crumb.body().replaceAll(".*\"crumb\":\"([0-9a-f]+)\".*", "$1");
        assertThat(post(jenkins, job.getUrl() + "build", "Cookie", cookie, "Jenkins-Crumb", value)
                        .statusCode())
                .isEqualTo(302);
        jenkins.waitUntilNoActivity();
        assertThat(post(jenkins, job.getUrl() + "build", "Jenkins-Crumb", value).statusCode())
                .isEqualTo(403);
    }

    @Test
    void checksPermissionsAndVerbs(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Pipelines.job(jenkins, "echo 'x'");
        secure(jenkins);
        String alice = basic("alice", jenkins.createApiToken(User.getById("alice", true)));
        String bob = basic("bob", jenkins.createApiToken(User.getById("bob", true)));

        assertThat(get(jenkins, "").statusCode()).isEqualTo(302);
        assertThat(get(jenkins, "login").statusCode()).isEqualTo(200);
        assertThat(get(jenkins, "", "Authorization", basic("alice", "wrong")).statusCode())
                .isEqualTo(401);
        assertThat(get(jenkins, job.getUrl(), "Authorization", alice).statusCode())
                .isEqualTo(200);
        assertThat(get(jenkins, job.getUrl(), "Authorization", bob).statusCode())
                .isEqualTo(404);
        assertThat(get(jenkins, job.getUrl() + "build", "Authorization", alice).statusCode())
                .isEqualTo(405);
        assertThat(post(jenkins, job.getUrl() + "build", "Authorization", alice).statusCode())
                .isEqualTo(302);
        jenkins.waitUntilNoActivity();
    }

    @Test
    void logsInWithTheForm(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        HttpResponse<String> login = post(jenkins, "j_spring_security_check?j_username=alice&j_password=alice");
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");

        assertThat(get(jenkins, "", "Cookie", cookie).body())
                .contains("Sign out")
                .contains("alice");
        assertThat(post(jenkins, "j_spring_security_check?j_username=alice&j_password=nope")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("loginError"));
    }

    @Test
    void answersQuestionsByPost(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = Pipelines.job(
                        jenkins, "input id: 'go', message: 'Go on?', submitter: 'carol'\necho 'went on'")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("Go on?", run);
        secure(jenkins);
        String alice = basic("alice", jenkins.createApiToken(User.getById("alice", true)));
        assertThat(post(jenkins, run.getUrl() + "input/Go/proceedEmpty", "Authorization", alice)
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(jenkins, run.getUrl() + "input/Go/proceedEmpty", "Authorization", alice)
                        .statusCode())
                .isEqualTo(405);

        ((MockAuthorizationStrategy) jenkins.jenkins.getAuthorizationStrategy())
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("carol");
        String carol = basic("carol", jenkins.createApiToken(User.getById("carol", true)));
        assertThat(post(jenkins, run.getUrl() + "input/Go/proceedEmpty", "Authorization", carol)
                        .statusCode())
                .isEqualTo(302);
        jenkins.assertBuildStatus(Result.SUCCESS, run);
        jenkins.assertLogContains("Approved by carol", run);
    }

    @Test
    void browsesWithTheWebClient(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        Pipelines.job(jenkins, "echo 'x'");

        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            assertThat(web.login("alice").goTo("").getTitleText()).contains("Dashboard");
            web.assertFails("job/none", 404);
        }
    }
}
