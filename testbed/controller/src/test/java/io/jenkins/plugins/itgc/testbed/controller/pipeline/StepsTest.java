package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.util.Secret;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.security.KeptText;
import io.jenkins.plugins.itgc.testbed.controller.security.KeptUsernamePassword;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
@Timeout(60)
class StepsTest {
    @Test
    void runsShellScriptsInTheWorkspace(JenkinsRule jenkins) throws Exception {
        String log = Pipelines.log(jenkins, Result.SUCCESS, """
                node {
                  writeFile file: 'a.txt', text: 'content'
                  withEnv(['WHO=me']) { sh 'echo "$WHO has $(cat a.txt)"' }
                  def out = sh(script: 'printf 42', returnStdout: true)
                  def status = sh(script: 'exit 3', returnStatus: true)
                  dir('sub') { sh 'pwd' }
                  echo "out=${out} status=${status} read=${readFile('a.txt')} job=${env.JOB_NAME}"
                }""");

        assertThat(log)
                .contains("me has content", "out=42 status=3 read=content job=test0")
                .containsPattern("workspace/test0/sub");
    }

    @Test
    void failsTheBuildWithAFailingScript(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(jenkins, Result.FAILURE, "node { sh 'exit 7' }"))
                .contains("ERROR: script returned exit code 7");
    }

    @Test
    void needsANodeForShellScripts(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(jenkins, Result.FAILURE, "sh 'true'"))
                .contains("Required context")
                .contains("is missing");
    }

    @Test
    void stopsABodyAfterItsTimeout(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(
                        jenkins, Result.ABORTED, "timeout(time: 50, unit: 'MILLISECONDS') { hold 'x' }\necho 'never'"))
                .contains("Cancelling nested steps due to timeout", "Timeout has been exceeded")
                .doesNotContain("never");
    }

    @Test
    void triesAgainUntilItWorks(JenkinsRule jenkins) throws Exception {
        String log = Pipelines.log(
                jenkins,
                Result.SUCCESS,
                "int n = 0\nretry(3) { n++; if (n < 3) { error \"try ${n}\" }; echo 'worked' }");

        assertThat(log).containsSubsequence("ERROR: try 1", "Retrying", "ERROR: try 2", "worked");
    }

    @Test
    void goesOnAfterACaughtError(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(
                        jenkins, Result.UNSTABLE, "catchError(buildResult: 'UNSTABLE') { error 'bad' }\necho 'on'"))
                .containsSubsequence("ERROR: bad", "on");
    }

    @Test
    void masksSecretsInTheLog(JenkinsRule jenkins) throws Exception {
        var store = ControllerRuntime.current().credentials();
        store.add(new KeptText(CredentialsScope.GLOBAL, "t", "", Secret.fromString("s3cret")), List.of());
        store.add(new KeptUsernamePassword(CredentialsScope.GLOBAL, "up", "", "bob", "hunter2"), List.of());
        String log = Pipelines.log(jenkins, Result.SUCCESS, """
                withCredentials([string(credentialsId: 't', variable: 'T'),
                                 usernamePassword(credentialsId: 'up', usernameVariable: 'U', passwordVariable: 'P')]) {
                  echo "token ${env.T} pass ${P}"
                  node { sh 'echo $T' }
                }""");

        assertThat(log).contains("token **** pass ****").doesNotContain("s3cret", "hunter2");
    }

    @Test
    void findsCredentialsOfTheSystemForNoBuild(JenkinsRule jenkins) throws Exception {
        ControllerRuntime.current()
                .credentials()
                .add(new KeptText(CredentialsScope.SYSTEM, "x", "", Secret.fromString("s3cret")), List.of());

        assertThat(Pipelines.log(
                        jenkins, Result.FAILURE, "withCredentials([string(credentialsId: 'x', variable: 'T')]) { }"))
                .contains("ERROR: Could not find credentials entry with ID 'x'");
        assertThat(CredentialsProvider.findCredentialByIdInItemGroup(
                        "x", StringCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of()))
                .isNotNull();
    }

    @Test
    void namesMissingCredentials(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(
                        jenkins, Result.FAILURE, "withCredentials([string(credentialsId: 'x', variable: 'T')]) { }"))
                .contains("ERROR: Could not find credentials entry with ID 'x'");
    }

    @Test
    void namesAnUnknownArgument(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(jenkins, Result.FAILURE, "hold name: 'x', colour: 'red'"))
                .contains("Unknown parameter(s) found for class type")
                .contains("colour");
    }

    @Test
    void namesAnArgumentOfTheWrongKind(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(jenkins, Result.FAILURE, "hold name: 'x', weight: [1]"))
                .contains("weight expects int");
    }

    @Test
    void namesAnUnknownStep(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(jenkins, Result.FAILURE, "frobnicate()"))
                .contains("No such DSL method 'frobnicate' found among steps");
    }

    @Test
    void abortsAWaitingBuildAtOnce(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = Pipelines.holding(jenkins, "parallel a: { hold 'a' }, b: { hold 'b' }");
        long before = System.nanoTime();

        run.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, run);
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
        jenkins.assertLogContains("Aborted by SYSTEM", run);
    }

    @Test
    void stopsTheOtherBranchesOnTheFirstFailure(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(
                        jenkins, Result.FAILURE, "parallel a: { hold 'a' }, b: { error 'b broke' }, failFast: true"))
                .contains("ERROR: b broke");
    }
}
