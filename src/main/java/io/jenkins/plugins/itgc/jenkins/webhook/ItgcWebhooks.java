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

    @POST
    @WebMethod(name = "github-webhook")
    public HttpResponse doGitHubWebhook(StaplerRequest2 request) throws IOException {
        EventsEntry events = ItgcConfiguration.get().getEvents();
        List<String> secrets = events == null ? List.of() : Secrets.of(events.getSecretId(), events.getOldSecretId());
        return new GitHubDeliveries(Intake.get()).take(request, secrets);
    }

    @POST
    @WebMethod(name = "slack")
    public HttpResponse doSlack(StaplerRequest2 request) throws IOException {
        return ExtensionList.lookupSingleton(SlackEndpoint.class).take(request);
    }

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
