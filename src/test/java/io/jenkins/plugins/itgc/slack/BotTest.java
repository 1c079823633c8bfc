package io.jenkins.plugins.itgc.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.people.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot shows, says and does, without Jenkins. */
class BotTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private BotHost host;

    @BeforeEach
    void open() {
        host = new BotHost(folder, "2 of managers", "rita");
    }

    @AfterEach
    void close() {
        host.close();
    }

    private String shown() {
        String request = host.requested();
        new ApprovalThreads(host).beginWith(Long.parseLong(request));
        tell();
        return request;
    }

    private void tell() {
        new ApprovalThreads(host).tell();
    }

    private Receipt vote(String person, String request, Vote.Act act, String reason) {
        return host.approvals().vote(new Answer(request, Account.jenkins(person), "jenkins", reason), act);
    }

    private List<String> kinds() {
        return host.ledger.entries(0, 100).stream().map(Entry::kind).toList();
    }

    @Nested
    class Requests {
        @Test
        void areShownWithButtonsAndFollowed() {
            String request = shown();
            assertThat(host.written("chat.postMessage")).singleElement().satisfies(message -> {
                assertThat(message.path("channel").asText()).isEqualTo("C1");
                assertThat(message.toString()).contains("#12 Faster", "by alice");
            });
            String first = host.button();
            assertThat(first).startsWith(request + ":" + "a".repeat(40) + ":");

            vote("mia", request, Vote.Act.GIVE, "fine");
            tell();

            assertThat(host.texts("chat.postMessage")).last().isEqualTo("mia approved (jenkins): fine");
            assertThat(host.button()).startsWith(request).isNotEqualTo(first);

            vote("noah", request, Vote.Act.GIVE, "");
            host.approvals().completed(request, "orders#1", Set.of("mia", "noah"));
            tell();

            assertThat(host.button()).as("nothing is left to answer").isEmpty();
        }

        @Test
        void areToldLaterAndOnceWhenSlackIsAway() {
            String request = host.requested();
            new ApprovalThreads(host).beginWith(Long.parseLong(request));
            host.away(true);
            tell();
            tell();
            host.slack.server.resetRequests();

            host.away(false);
            tell();
            tell();

            assertThat(host.written("chat.postMessage")).hasSize(1);
        }

        @Test
        void areNoNewsAnyMoreAfterADay() {
            String request = host.requested();
            new ApprovalThreads(host).beginWith(Long.parseLong(request));
            host.slack.clock.turn(Duration.ofDays(1).plusSeconds(1));

            tell();

            assertThat(host.written("chat.postMessage")).isEmpty();
        }

        @Test
        void showTextFromOutsideWithoutItsPower() {
            String request = shown();

            vote("mia", request, Vote.Act.REFUSE, "<!channel> {0} 'no' <https://evil.example|here>");
            tell();

            assertThat(host.texts("chat.postMessage"))
                    .last()
                    .isEqualTo("mia refused (jenkins): &lt;!channel&gt; {0} 'no' &lt;https://evil.example|here&gt;");
        }

        @Test
        void areSaidInTheLanguageOfTheWorkspace() {
            host.language = Locale.JAPANESE;

            String request = shown();
            vote("mia", request, Vote.Act.GIVE, "");
            tell();

            assertThat(host.written("chat.postMessage").get(0).toString()).contains("デプロイしますか", "承認", "却下");
            assertThat(host.texts("chat.postMessage")).last().isEqualTo("mia が承認しました(jenkins)");
            assertThat(kinds()).as("the ledger is as in every language").contains("approval.given");
        }
    }

    @Nested
    class Buttons {
        private void click(String user, String button, String value, String trigger) {
            ObjectNode click = JSON.createObjectNode().put("trigger_id", trigger);
            click.putObject("channel").put("id", "C1");
            click.putArray("actions").addObject().put("action_id", button).put("value", value);
            new Clicks(host, new SlackUser("T1", user)).take(click);
        }

        private void click(String user, String value) {
            click(user, "itgc-approve", value, "trigger " + user + value);
        }

        @Test
        void answerForWhoeverTheAccountIs() {
            shown();

            click("Umia", host.button());

            assertThat(kinds()).containsOnlyOnce("approval.given");
            assertThat(host.texts("chat.postEphemeral")).containsExactly("Your approval is recorded.");
        }

        @Test
        void countOnceHoweverOftenSlackTells() {
            shown();

            click("Umia", "itgc-approve", host.button(), "one");
            click("Umia", "itgc-refuse", host.button(), "one");

            assertThat(kinds()).contains("approval.given").doesNotContain("approval.refused");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "", "::", "1:2:3:4"})
        void ofAnotherFormAreNobodys(String value) {
            shown();

            click("Umia", value);

            assertThat(kinds()).containsExactly("approval.requested");
        }

        @Test
        void workOnlyForTheCommitAndTheMessageThatShowThem() {
            String request = shown();
            String old = host.button();
            vote("noah", request, Vote.Act.GIVE, "");
            tell();

            click("Umia", old);
            click("Umia", host.button().replace("a".repeat(40), "c".repeat(40)));
            click("Umia", "other", host.button(), "third");

            assertThat(kinds()).containsOnlyOnce("approval.given");
            assertThat(host.texts("chat.postEphemeral"))
                    .containsExactly(
                            "This button is out of date; use those of the newest message.",
                            "This button is out of date; use those of the newest message.",
                            "This button is not one of ours.");
        }

        @ParameterizedTest
        @CsvSource({
            "Ualice, alice opened the pull request",
            "Ueve, No identity entry tells",
            "Udora, dora is in none of managers"
        })
        void ofWhoMayNotAreRecordedAndDoNotCount(String user, String why) {
            shown();

            click(user, host.button());

            assertThat(kinds()).containsExactly("approval.requested", "approval.not-counted");
            assertThat(host.texts("chat.postEphemeral"))
                    .singleElement()
                    .asString()
                    .contains("Not counted: " + why);
        }
    }

    @Nested
    class Commands {
        private String says(String user, String text) {
            return new DeployCommand(host, new SlackUser("T1", user)).answer(text);
        }

        @Test
        void ofStrangersTellHowToConnectAndNothingElse() {
            String request = host.requested();

            assertThat(says("Ueve", "status " + request))
                    .contains("No identity entry tells who T1/Ueve is", "whoami CODE");
            assertThat(says("Ueve", "approve " + request)).contains("No identity entry");
            assertThat(kinds()).containsExactly("approval.requested");
        }

        @Test
        void connectAnAccountByACodeOfJenkins() {
            String code = host.codes("mia");

            assertThat(says("Unew", "whoami nonsense")).contains("This code is wrong");
            assertThat(says("Unew", "whoami " + code)).isEqualTo("This account is now known as mia.");
            assertThat(says("Unew", "whoami")).isEqualTo("You are mia.");
            assertThat(says("Uother", "whoami " + code)).as("a code works once").contains("This code is wrong");
        }

        @Test
        void showOnlyWhatTheAccountInJenkinsMaySee() {
            String request = host.requested();

            assertThat(says("Urita", "list")).contains("Request *" + request + "*");
            assertThat(says("Urita", "status " + request)).contains("Missing: 1 of managers");
            assertThat(says("Umia", "list")).isEqualTo("Nothing to show.");
            assertThat(says("Umia", "status " + request)).contains("There is no such pending request");
        }

        @Test
        void refuseOnlyWithAReason() {
            String request = host.requested();

            assertThat(says("Umia", "refuse " + request)).contains("Say why");
            assertThat(kinds()).doesNotContain("approval.refused");
            assertThat(says("Umia", "refuse " + request + " not today")).isEqualTo("Your refusal is recorded.");
            assertThat(says("Umia", "withdraw " + request)).isEqualTo("Your earlier answer is withdrawn.");
        }

        @Test
        void holdAndReleaseForThoseWhoMay() {
            List<String> done = new ArrayList<>();
            host.holds = new HoldActions() {
                @Override
                public ActionResult place(
                        String environment, String service, String user, String reason, Instant until) {
                    done.add("hold " + environment + " " + service + " " + user + " " + reason);
                    return new ActionResult(true, Message.text("Held <" + environment + ">."));
                }

                @Override
                public ActionResult release(String environment, String service, String user) {
                    done.add("release " + environment + " " + service + " " + user);
                    return new ActionResult(true, Message.text("Released."));
                }
            };

            assertThat(says("Umia", "hold production because fire")).contains("may not hold");
            assertThat(says("Urita", "hold production")).contains("Say it like");
            assertThat(says("Urita", "hold production orders because a fire")).isEqualTo("Held &lt;production&gt;.");
            assertThat(says("Urita", "release production")).isEqualTo("Released.");
            assertThat(done).containsExactly("hold production orders rita a fire", "release production null rita");
        }

        @Test
        void planADateForThoseWhoMayHold() {
            assertThat(says("Umia", "schedule acme/orders#12 2026-12-24 10:00 Asia/Tokyo"))
                    .contains("may not hold");
            assertThat(says("Urita", "schedule acme/orders#12 2026-01-01 10:00 Asia/Tokyo"))
                    .contains("has passed");
            assertThat(says("Urita", "schedule acme/orders#12 2026-12-24 10:00 Asia/Tokyo for nowhere"))
                    .contains("There is no environment");
            assertThat(host.plans).isEmpty();

            assertThat(says("Urita", "schedule acme/orders#12 2026-12-24 10:00 Asia/Tokyo"))
                    .contains("is scheduled for");

            assertThat(host.plans).singleElement().satisfies(plan -> assertThat(plan.at())
                    .isEqualTo(Instant.parse("2026-12-24T01:00:00Z")));
        }

        @Test
        void thatNobodyKnowsAreAnsweredWithHelp() {
            assertThat(says("Umia", "drop <!channel>")).startsWith("I do not know \"drop\".\n*/deploy list*");
            assertThat(says("Umia", "")).startsWith("*/deploy list*").contains("break-glass review ID NOTE");
        }
    }

    @Nested
    class Reminding {
        private void remind() {
            new Reminders(host).remind(host.slack.clock.instant());
        }

        @Test
        void namesThoseWhoCouldAnswerOnceAPeriodOverRestarts() {
            String request = shown();
            host.slack.server.resetRequests();
            remind();
            assertThat(host.written("chat.postMessage")).as("too early").isEmpty();

            host.slack.clock.turn(Duration.ofHours(4));
            remind();
            remind();

            assertThat(host.texts("chat.postMessage"))
                    .containsExactly("<@Umia> <@Unoah> Request " + request + " is still pending. Missing: 1 of managers"
                            + " (mia, noah) and 1 of managers (mia, noah).");

            host.slack.clock.turn(Duration.ofHours(4));
            remind();
            assertThat(host.written("chat.postMessage")).hasSize(2);
        }

        @Test
        void tellsEverybodyAfterADay() {
            shown();
            host.slack.clock.turn(Duration.ofDays(1));

            remind();

            assertThat(host.texts("chat.postMessage")).anyMatch(text -> text.startsWith("<!here> Request "));
        }

        /** Pages show the newest requests; whoever has waited longest must not be forgotten for them. */
        @Test
        void forgetsNobodyWhoeverElseAsksAfterwards() {
            String request = shown();
            for (int other = 1; other <= 200; other++) {
                host.ledger.append(new Draft(
                        "approval.requested",
                        "acme/orders@" + String.format("%040x", other) + " in staging",
                        "build orders#1",
                        Map.of("expiresAt", "2999-01-01T00:00:00Z")));
            }
            host.slack.clock.turn(Duration.ofHours(4));

            remind();

            assertThat(host.texts("chat.postMessage"))
                    .anyMatch(text -> text.contains("Request " + request + " is still pending."));
        }

        /** The four hours before the refusal say nothing about those after it was taken back. */
        @Test
        void beginsAnewWhenARefusalIsTakenBack() {
            String request = shown();
            host.slack.clock.turn(Duration.ofHours(4));
            remind();
            vote("mia", request, Vote.Act.REFUSE, "wait");
            host.slack.clock.turn(Duration.ofHours(30));
            vote("mia", request, Vote.Act.WITHDRAW, "");
            host.slack.server.resetRequests();

            remind();
            assertThat(host.written("chat.postMessage")).as("too early").isEmpty();
            host.slack.clock.turn(Duration.ofHours(4));
            remind();
            remind();

            assertThat(host.texts("chat.postMessage"))
                    .singleElement()
                    .asString()
                    .contains("Request " + request + " is still pending.");
        }

        @Test
        void isDoneAgainWhenSlackDidNotTakeIt() {
            shown();
            host.slack.clock.turn(Duration.ofHours(4));
            host.away(true);
            remind();
            host.away(false);
            host.slack.server.resetRequests();
            host.away(false);

            remind();

            assertThat(host.written("chat.postMessage")).hasSize(1);
        }

        @Test
        void endsWithTheRequest() {
            shown();
            host.slack.clock.turn(Duration.ofDays(3).plusSeconds(1));
            host.slack.server.resetRequests();

            remind();

            assertThat(host.written("chat.postMessage")).isEmpty();
        }
    }
}
