package io.jenkins.plugins.itgc.testbed.scenarios.real;

import java.io.IOException;

/**
 * A build in a real Jenkins, which need not have begun.
 *
 * @param job as in its address, such as {@code orders/job/PR-12}
 */
record RealBuild(RealController jenkins, String job, int number) {
    private String path() {
        return "/job/" + job + "/" + number;
    }

    /** Waits for the build to end. */
    String result() throws IOException, InterruptedException {
        RealController.awaitBuild(
                () -> !jenkins.json(path() + "/api/json").get("building").asBoolean());
        return jenkins.json(path() + "/api/json").get("result").asText();
    }

    String console() throws IOException, InterruptedException {
        return jenkins.get(path() + "/consoleText").body();
    }

    void awaitConsole(String text) {
        RealController.awaitBuild(() -> console().contains(text));
    }
}
