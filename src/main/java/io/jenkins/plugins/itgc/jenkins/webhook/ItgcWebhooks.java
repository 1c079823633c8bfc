package io.jenkins.plugins.itgc.jenkins.webhook;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.UnprotectedRootAction;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.bot.Intake;
import io.jenkins.plugins.itgc.jenkins.bot.PeriodicTasks;
import io.jenkins.plugins.itgc.jenkins.config.EventsEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.Secrets;
import java.io.IOException;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.POST;

/**
 * The addresses that other systems send to. Nobody needs to be logged in, and being logged in helps nobody: each request
 * must be signed by the system that it says it is from.
 */
@Extension
public class ItgcWebhooks implements UnprotectedRootAction {
    static final String URL = "itgc";

    /** Jenkins makes its root actions when it starts, so what is left of before begins here. */
    public ItgcWebhooks() {
        new PeriodicTasks(ItgcServices.get()).begin();
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /**
     * Takes a delivery of GitHub at {@code /itgc/github-webhook}. 202 when there is something to do, 200 when not or
     * when it was delivered before; 401 for a wrong signature, 400 for what is no event, 413 for more than 25 MB, 404
     * when no secret is configured.
     */
    @POST
    @WebMethod(name = "github-webhook")
    public HttpResponse doGitHubWebhook(StaplerRequest2 request) throws IOException {
        EventsEntry events = ItgcConfiguration.get().getEvents();
        List<String> secrets = events == null ? List.of() : Secrets.of(events.getSecretId(), events.getOldSecretId());
        return new GitHubDeliveries(Intake.get()).take(request, secrets);
    }

    /**
     * Takes a command or a click of Slack at {@code /itgc/slack}. 200 with what Slack shows; 401 for a signature that
     * is wrong or old, 403 for another workspace, 400 for anything else, 413 for more than 1 MB, 404 when no signing
     * secret is configured.
     */
    @POST
    @WebMethod(name = "slack")
    public HttpResponse doSlack(StaplerRequest2 request) throws IOException {
        return ExtensionList.lookupSingleton(SlackEndpoint.class).take(request);
    }

    /**
     * Takes an event of GitHub by Amazon SNS, or the confirmation of a subscription, at {@code /itgc/sns}. 200 when
     * taken, known or no event of GitHub; 401 when not signed by SNS or not of a configured topic, 502 when a
     * subscription cannot be confirmed, 413 for more than 2 MB, 404 when no topic is configured.
     */
    @POST
    @WebMethod(name = "sns")
    public HttpResponse doSns(StaplerRequest2 request) throws IOException {
        EventsEntry events = ItgcConfiguration.get().getEvents();
        if (events == null || events.topics().isEmpty()) {
            return Reply.text(404, "No topic of SNS is configured.");
        }
        RawSns raw = new RawSns(events.topics(), Secrets.of(events.getSnsTokenId()));
        return new SnsDeliveries(Intake.get(), Intake.get().sns(events.topics()), raw).take(request);
    }
}
