package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
@Timeout(60)
class DeclarativePipelineTest {
    @Test
    void runsStagesWithEnvironmentConditionsAndPost(JenkinsRule jenkins) throws Exception {
        String log = Pipelines.log(jenkins, Result.SUCCESS, """
                def greeting = 'hello'
                pipeline {
                  agent any
                  environment { NAME = 'world'; TEXT = "${NAME}!" }
                  options { timeout(time: 1, unit: 'MINUTES'); disableConcurrentBuilds() }
                  stages {
                    stage('Greet') { steps { echo "${greeting} ${env.TEXT}"; sh 'echo "from shell $NAME"' } }
                    stage('Skipped') { when { environment name: 'NAME', value: 'other' }; steps { echo 'never' } }
                    stage('Taken') { when { allOf { expression { return env.NAME == 'world' }; not { branch 'x' } } }
                      environment { INNER = 'inner' }
                      steps { script { def x = 2; echo "x is ${x + 1} ${INNER}" } } }
                  }
                  post {
                    success { echo 'post success' }
                    always { echo 'post always' }
                    failure { echo 'post failure' }
                  }
                }""");

        assertThat(log)
                .containsSubsequence(
                        "hello world!",
                        "from shell world",
                        "skipped due to when",
                        "x is 3 inner",
                        "post always",
                        "post success")
                .doesNotContain("never", "post failure");
    }

    @Test
    void runsStagesInParallel(JenkinsRule jenkins) throws Exception {
        String log = Pipelines.log(jenkins, Result.SUCCESS, """
                pipeline { agent none
                  stages { stage('Both') { parallel {
                    stage('A') { steps { echo 'in A' } }
                    stage('B') { agent any; steps { echo 'in B' } } } } } }""");

        assertThat(log).contains("in A", "in B", "[Pipeline] { (Branch: A)");
    }

    @Test
    void tellsPostOfAFailure(JenkinsRule jenkins) throws Exception {
        String log = Pipelines.log(jenkins, Result.FAILURE, """
                pipeline { agent any
                  stages { stage('S') { steps { error 'broken' }; post { unsuccessful { echo 'stage post' } } }
                           stage('T') { steps { echo 'never' } } }
                  post { failure { echo "now ${currentBuild.currentResult}" }; success { echo 'wrong' } } }""");

        assertThat(log)
                .containsSubsequence("stage post", "now FAILURE", "ERROR: broken")
                .doesNotContain("never", "wrong");
    }

    @Test
    void tellsPostOfAnAbort(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = Pipelines.holding(jenkins, """
                pipeline { agent none
                  stages { stage('S') { steps { hold 'x' } } }
                  post { aborted { echo 'post aborted' } } }""");

        run.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, run);
        jenkins.assertLogContains("post aborted", run);
    }

    @Test
    void namesAnUnknownSection(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(jenkins, Result.FAILURE, "pipeline { agent any; stagez { } }"))
                .contains("ERROR: Undefined section \"stagez\" in pipeline");
    }

    @Test
    void wantsAnAgent(JenkinsRule jenkins) throws Exception {
        assertThat(Pipelines.log(jenkins, Result.FAILURE, "pipeline { stages { stage('x') { steps { echo 'x' } } } }"))
                .contains("Missing required section");
    }
}
