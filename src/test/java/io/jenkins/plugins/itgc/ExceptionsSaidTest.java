package io.jenkins.plugins.itgc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an exception says is English. Whoever shows it to people takes its wording, so its message is asked for only where what
 * follows is no sentence for a reader of pages, findings or Slack.
 */
class ExceptionsSaidTest {
    /** The auditor's program, the function and the store of the ledger speak English. */
    private static final List<String> ROOMS = List.of("audit/", "lambda/", "ledger/");

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("gate/Worded.java", "here it becomes a message where it is none"),
            Map.entry("connect/database/Catalog.java", "looks for words of a driver"),
            Map.entry("connect/database/Trouble.java", "looks for words of a driver"),
            Map.entry("approval/ApprovalService.java", "log"),
            Map.entry("jenkins/watch/ProductionWatch.java", "log"),
            Map.entry("jenkins/watch/DeployAnnouncers.java", "log"),
            Map.entry("jenkins/bot/ReviewBot.java", "log"),
            Map.entry("jenkins/webhook/GitHubPluginEvents.java", "log"),
            Map.entry("jenkins/webhook/GitHubDeliveries.java", "answer to a machine"),
            Map.entry("jenkins/bot/UnattendedReview.java", "console"),
            Map.entry("jenkins/steps/GateStepExecution.java", "console"),
            Map.entry("jenkins/steps/Reason.java", "what a build failed with, as its console has it"),
            Map.entry("jenkins/credentials/SecretMask.java", "what a build failed with, as its console has it"),
            Map.entry("jenkins/credentials/WordedAbort.java", "what a build failed with, as its console has it"),
            Map.entry("jenkins/config/InvalidEntry.java", "configuration as code fails with it"));

    @Test
    void areSaidByTheirWording() throws IOException {
        Path house = SentencesOfBundles.repository().resolve("src/main/java/io/jenkins/plugins/itgc");
        TreeSet<String> asking = new TreeSet<>();
        try (Stream<Path> files = Files.walk(house)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = house.relativize(file).toString().replace('\\', '/');
                if (ROOMS.stream().noneMatch(name::startsWith)
                        && Files.readString(file).contains("getMessage()")) {
                    asking.add(name);
                }
            }
        }
        assertThat(asking).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }
}
