package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hudson.model.Result;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.plugins.git.AbstractGitSCMSource.SCMRevisionImpl;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMHead;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMRevision;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

@Timeout(60)
class MultibranchTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer gitHub;

    @BeforeEach
    void serve() throws IOException {
        gitHub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gitHub.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString().replaceAll("[?&]per_page=.*", "");
            byte[] body = answers.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gitHub.start();
        answers.put("/repos/acme/orders/branches", "[{\"name\":\"master\",\"commit\":{\"sha\":\"m1\"}}]");
        answers.put("/repos/acme/orders/branches/master", "{\"name\":\"master\",\"commit\":{\"sha\":\"m1\"}}");
        String pull = """
                {"number":12,"head":{"sha":"h1","ref":"fix","repo":{"name":"orders","owner":{"login":"acme"}}},
                 "base":{"sha":"m1","ref":"master"}}""";
        answers.put("/repos/acme/orders/pulls?state=open", "[" + pull + "]");
        answers.put("/repos/acme/orders/pulls/12", pull);
        jenkinsfile("m1", "echo \"on ${env.BRANCH_NAME}\"\nnode { checkout scm\n sh './deploy.sh' }");
        answers.put("/repos/acme/orders/git/trees/m1?recursive=1", """
                {"truncated":false,"tree":[{"path":"conf","mode":"040000","type":"tree","sha":"t1"},
                 {"path":"conf/place.txt","mode":"100644","type":"blob","sha":"b1"},
                 {"path":"deploy.sh","mode":"100755","type":"blob","sha":"b2"}]}""");
        blob("b1", "Tokyo");
        blob("b2", "#!/bin/sh\necho \"deployed to $(cat conf/place.txt)\"\n");
        jenkinsfile(
                "h1",
                "pipeline { agent any\n stages { stage('s') { steps {"
                        + " echo \"change ${env.CHANGE_ID} to ${env.CHANGE_TARGET}\"\n sh 'cat note.txt' } } } }");
        answers.put("/repos/acme/orders/git/trees/h1?recursive=1", """
                {"truncated":false,"tree":[{"path":"note.txt","mode":"100644","type":"blob","sha":"b3"}]}""");
        blob("b3", "checked out by default");
    }

    private void blob(String sha, String text) {
        answers.put("/repos/acme/orders/git/blobs/" + sha, "{\"content\":\"" + base64(text) + "\"}");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void jenkinsfile(String commit, String text) {
        answers.put("/repos/acme/orders/contents/Jenkinsfile?ref=" + commit, "{\"content\":\"" + base64(text) + "\"}");
    }

    @AfterEach
    void stop() {
        gitHub.stop(0);
    }

    @Test
    void makesAJobForEachBranchAndPullRequest() throws Throwable {
        sessions.then(jenkins -> {
            GitHubSCMSource source = new GitHubSCMSource("acme", "orders", null, false);
            source.setApiUri("http://localhost:" + gitHub.getAddress().getPort());
            MultibranchFolder folder = new MultibranchFolder("orders", source);
            ControllerRuntime.current().items().add(folder);

            assertThat(Scan.of(folder)).hasSize(2);

            WorkflowRun master = ended(jenkins, "orders/master");
            jenkins.assertLogContains("on master", master);
            jenkins.assertLogContains("Checking out Revision m1 (master)", master);
            jenkins.assertLogContains("deployed to Tokyo", master);
            assertThat(SCMRevisionAction.getRevision(source, master)).isInstanceOf(SCMRevisionImpl.class);
            WorkflowRun pull = ended(jenkins, "orders/PR-12");
            jenkins.assertLogContains("change 12 to master", pull);
            jenkins.assertLogContains("checked out by default", pull);
            assertThat(SCMHead.HeadByItem.findHead(pull.getParent()))
                    .isInstanceOfSatisfying(PullRequestSCMHead.class, h -> assertThat(h.getNumber())
                            .isEqualTo(12));
            assertThat(Scan.of(folder)).isEmpty();
        });
        sessions.then(jenkins -> {
            WorkflowJob pull = jenkins.jenkins.getItemByFullName("orders/PR-12", WorkflowJob.class);
            SCMSource source = SCMSource.SourceByItem.findSource(pull);
            assertThat(SCMRevisionAction.getRevision(source, pull.getLastBuild()))
                    .isInstanceOfSatisfying(PullRequestSCMRevision.class, r -> assertThat(r.getPullHash())
                            .isEqualTo("h1"));
        });
    }

    private static WorkflowRun ended(JenkinsRule jenkins, String name) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName(name, WorkflowJob.class);
        jenkins.waitUntilNoActivity();
        while (job.getLastBuild() == null) {
            Thread.onSpinWait();
        }
        return jenkins.assertBuildStatus(Result.SUCCESS, job.getLastBuild());
    }
}
