package io.jenkins.plugins.itgc.jenkins.steps;

import static org.awaitility.Awaitility.await;

import hudson.model.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.jvnet.hudson.test.JenkinsRule;

/** The input form of a build, answered over HTTP as people do it. */
record Form(JenkinsRule jenkins, WorkflowRun run) {
    /** The ids of the questions that are open now. */
    List<String> open() throws Exception {
        InputAction action = run.getAction(InputAction.class);
        return action == null
                ? List.of()
                : action.getExecutions().stream().map(InputStepExecution::getId).toList();
    }

    /** Waits until there are so many open questions, other than this one. */
    List<String> awaitOpen(int count, String... answered) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> open().size() == count
                        && !open().containsAll(List.of(answered).isEmpty() ? List.of("-") : List.of(answered)));
        try {
            return open();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int approve(String user) throws Exception {
        return press(user, awaitOpen(1).get(0), "proceedEmpty");
    }

    int refuse(String user) throws Exception {
        return press(user, awaitOpen(1).get(0), "abort");
    }

    int press(String user, String id, String button) throws Exception {
        String login = user + ":" + jenkins.createApiToken(User.getById(user, true));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(jenkins.getURL() + run.getUrl() + "input/" + id + "/" + button))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
