package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the bodies of deploys did, as they told it themselves: a line when one begins and a line when it ends.
 *
 * @param file where they write, outside of the controller
 */
record DeployBodies(Path file) {
    private static final String BEGIN = "begin ";
    private static final String END = "end ";

    /** The Pipeline of a job that deploys a commit of acme/orders, as its configuration. */
    String job(String commit) {
        return """
                <?xml version='1.1' encoding='UTF-8'?>
                <flow-definition plugin="workflow-job">
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition" plugin="workflow-cps">
                    <script>def tell(what) { new File('%s').append("${what} ${env.ITGC_DEPLOY}\\n") }
                def target = [environment: 'production', service: 'orders']
                itgcReview(target + [repository: 'acme/orders', commit: '%s'])
                gatedDeploy(target) { tell('begin'); sleep(time: 300, unit: 'MILLISECONDS'); tell('end') }</script>
                    <sandbox>false</sandbox>
                  </definition>
                </flow-definition>
                """.formatted(file, commit);
    }

    /** All lines so far. */
    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * No body began twice or beside another, and each did what the ledger says. A body may say twice that it ended: Pipeline
     * runs what came after the last saved step again.
     *
     * @param ends how each deploy ended
     */
    void require(Map<String, DeployState> ends) {
        Set<String> begun = new HashSet<>();
        Set<String> ended = new HashSet<>();
        String last = null;
        for (String line : lines()) {
            if (line.startsWith(BEGIN)) {
                assertThat(last == null || ended.contains(last) || ends.get(last) == DeployState.UNKNOWN)
                        .as("%s while %s is inside", line, last)
                        .isTrue();
                last = line.substring(BEGIN.length());
                assertThat(begun.add(last)).as("twice: " + line).isTrue();
            } else {
                assertThat(line).isEqualTo(END + last);
                ended.add(last);
            }
        }
        ends.forEach((deploy, end) -> {
            assertThat(end == DeployState.ABORTED && begun.contains(deploy))
                    .as(deploy)
                    .isFalse();
            assertThat(end == DeployState.SUCCEEDED).as(deploy + " " + end).isEqualTo(ended.contains(deploy));
        });
    }
}
