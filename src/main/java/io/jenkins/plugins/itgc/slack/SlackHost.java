package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.dashboard.DashboardData;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.IdentityLinks;
import io.jenkins.plugins.itgc.people.LinkCodes;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The controller that the bot speaks for. */
public interface SlackHost {
    /** Where the bot speaks; empty when Slack is not configured. */
    Optional<Workspace> workspace();

    /** The bot's connection; empty when Slack is not configured or the bot has no token. */
    Optional<SlackApi> api();

    /**
     * A sentence in the language of the workspace.
     *
     * @param code names it in the bundle
     * @param arguments what is put into it; text from outside must be escaped
     */
    default String say(String code, Object... arguments) {
        return in(Message.of(code, arguments));
    }

    /** A message in the language of the workspace; text from outside in it is not escaped. */
    default String in(Message message) {
        return message.in(workspace().map(Workspace::language).orElse(Locale.ENGLISH));
    }

    /** What was told, shown and clicked; outlives the controller. */
    IntakeStore store();

    /** Where answers to requests for approval are taken. */
    ApprovalService approvals();

    /** Who is who now. */
    People people();

    /** Accounts that people connected themselves. */
    IdentityLinks identityLinks();

    /** Codes by which people connect their Slack account. */
    LinkCodes linkCodes();

    /** What the pages show. */
    DashboardData data();

    /** What a person may see and do; nothing when they have no account on the controller. */
    Rights rights(Person person);

    /** Where deploys are held; empty where nothing can be held. */
    Optional<HoldActions> holds();

    /**
     * The name of an environment as it is configured.
     *
     * @throws IllegalArgumentException when there is none of this name; a sentence
     */
    String environment(String named);

    /** Names of the environments that have a window. */
    List<String> environmentsWithWindow();

    /** Keeps a planned date, wakes who waits for it, and enters it in the calendar soon. */
    void plan(ReleasePlans.Plan plan);

    /** Runs something that nobody waits for, soon, on another thread. It must handle its failures itself. */
    void errand(Runnable work);
}
