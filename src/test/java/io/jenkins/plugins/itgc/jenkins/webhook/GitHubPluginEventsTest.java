package io.jenkins.plugins.itgc.jenkins.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.github.extension.GHEventsSubscriber;
import org.jenkinsci.plugins.github.extension.GHSubscriberEvent;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.github.GHEvent;

/** What the GitHub plugin receives says where to look, and no more than that. */
@WithJenkins
class GitHubPluginEventsTest {
    private final AtomicInteger woken = new AtomicInteger();
    private JenkinsRule jenkins;
    private GitHubPluginEvents events;

    @BeforeEach
    void listen(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Hooks.listen();
        events = ExtensionList.lookup(GHEventsSubscriber.class).get(GitHubPluginEvents.class);
        Topic topic = Topic.pullRequest(new RepositoryId("acme", "orders"), 12);
        ItgcServices.get().waiting().await(Duration.ofDays(1), Set.of(topic), woken::incrementAndGet);
    }

    private void receives(GHEvent event, String payload) {
        events.onEvent(new GHSubscriberEvent("guid-1", "test", event, payload));
    }

    @Test
    void wakesWhoWaits() {
        receives(GHEvent.PULL_REQUEST, Hooks.pullRequest("closed"));
        assertThat(woken).hasValue(1);
    }

    @Test
    void letsNobodyMakeASignedDeliveryKnownBeforeItComes() throws Exception {
        receives(GHEvent.PULL_REQUEST, Hooks.pullRequest("closed"));
        assertThat(new Hooks(jenkins)
                        .send("pull_request", Hooks.pullRequest("closed"), "guid-1", Hooks.SECRET)
                        .body())
                .contains("Taken");
    }

    @Test
    void ignoresWhatIsNoEventOfGitHub() {
        receives(GHEvent.PULL_REQUEST, "{");
        receives(GHEvent.PULL_REQUEST, "{\"action\":\"opened\"}");
        receives(GHEvent.WATCH, "{}");
        assertThat(woken).hasValue(0);
    }

    @Test
    void hearsNothingWhereItIsNotWanted() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        assertThat(events.isApplicable(job)).isTrue();
        assertThat(events.isApplicable(null)).isFalse();

        ItgcConfiguration.get().getEvents().setGitHubPlugin(false);
        receives(GHEvent.PULL_REQUEST, Hooks.pullRequest("closed"));
        assertThat(events.isApplicable(job)).isFalse();

        ItgcConfiguration.get().setEvents(null);
        receives(GHEvent.PULL_REQUEST, Hooks.pullRequest("closed"));
        assertThat(woken).hasValue(0);
    }

    @Test
    void asksForTheEventsThatAreRead() {
        assertThat(events.events())
                .containsExactlyInAnyOrder(
                        GHEvent.PULL_REQUEST,
                        GHEvent.PULL_REQUEST_REVIEW,
                        GHEvent.ISSUE_COMMENT,
                        GHEvent.PUSH,
                        GHEvent.INSTALLATION,
                        GHEvent.INSTALLATION_REPOSITORIES);
    }
}
