package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.ExtensionList;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.dashboard.DashboardData;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.bot.Intake;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.SlackEntry;
import io.jenkins.plugins.itgc.jenkins.credentials.Secrets;
import io.jenkins.plugins.itgc.jenkins.gates.CalendarReleases;
import io.jenkins.plugins.itgc.jenkins.view.DeployRecords;
import io.jenkins.plugins.itgc.people.IdentityLinks;
import io.jenkins.plugins.itgc.people.LinkCodes;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.slack.Rights;
import io.jenkins.plugins.itgc.slack.SlackHost;
import io.jenkins.plugins.itgc.slack.Workspace;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import io.jenkins.plugins.itgc.window.WindowGate;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** This controller, as the bot needs it. */
final class ControllerOfBot implements SlackHost {
    private static final Logger LOG = Logger.getLogger(ControllerOfBot.class.getName());

    @Override
    public Optional<Workspace> workspace() {
        return entry().map(slack -> new Workspace(
                slack.getTeam(),
                slack.getChannel(),
                slack.urgentChannel(),
                Locale.forLanguageTag(slack.getLanguage())));
    }

    private static Optional<SlackEntry> entry() {
        return Optional.ofNullable(ItgcConfiguration.get().getSlack());
    }

    @Override
    public Optional<SlackApi> api() {
        return entry().filter(slack -> Secrets.find(slack.getBotTokenId()).isPresent())
                .map(slack -> {
                    String id = slack.getBotTokenId();
                    Endpoint endpoint = Endpoint.bearer("Slack", URI.create(slack.getApiUrl()), () -> Secrets.find(id));
                    return new SlackApi(ItgcServices.get().http(endpoint, id));
                });
    }

    @Override
    public IntakeStore store() {
        return Intake.get().store();
    }

    @Override
    public ApprovalService approvals() {
        return ItgcServices.get().approvals();
    }

    @Override
    public People people() {
        return ItgcServices.get().people();
    }

    @Override
    public IdentityLinks identityLinks() {
        return ItgcServices.get().identityLinks();
    }

    @Override
    public LinkCodes linkCodes() {
        return ItgcServices.get().linkCodes();
    }

    @Override
    public DashboardData data() {
        return DeployRecords.get();
    }

    @Override
    public Rights rights(Person person) {
        return new SlackRights(person);
    }

    @Override
    public Optional<HoldActions> holds() {
        return ExtensionList.lookup(HoldActions.class).stream().findFirst();
    }

    @Override
    public String environment(String named) {
        return ItgcConfiguration.get().environment(named).getName();
    }

    @Override
    public List<String> environmentsWithWindow() {
        return ItgcConfiguration.get().getEnvironments().stream()
                .filter(environment -> environment.getWindow() != null)
                .map(EnvironmentEntry::getName)
                .toList();
    }

    @Override
    public void plan(ReleasePlans.Plan plan) {
        ItgcServices services = ItgcServices.get();
        new ReleasePlans(services.ledger()).record(plan);
        services.waiting().wake(WindowGate.topic(plan.environment()));
        services.errand(() -> enter(plan));
    }

    private static void enter(ReleasePlans.Plan plan) {
        try {
            CalendarReleases.enter(plan);
        } catch (EvidenceUnavailable e) {
            LOG.log(
                    Level.WARNING,
                    "A planned date was not entered into a calendar: {0}",
                    e.finding().what());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void errand(Runnable work) {
        ItgcServices.get().errand(work);
    }
}
