package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.model.RootAction;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import io.jenkins.plugins.itgc.people.Eligibility;
import io.jenkins.plugins.itgc.text.Field;
import io.jenkins.plugins.itgc.text.Lengths;
import io.jenkins.plugins.itgc.window.WindowGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Where somebody who may do so lets one commit through although its environment is closed. Administrators are not exempt:
 * who may is said in the environment's configuration.
 */
@Extension
public class WindowOverrideAction implements RootAction {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_REASON = 1000;

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
        return "deploy-window";
    }

    /** Parameters: environment, service (optional), repository, commit, reason, lasts (such as 2h, at most 24h). */
    @POST
    public HttpResponse doOverride(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.READ);
        try {
            return override(request, Jenkins.getAuthentication2());
        } catch (IllegalArgumentException e) {
            return new TextAnswer(400, Worded.of(e));
        }
    }

    private static HttpResponse override(StaplerRequest2 request, Authentication who) {
        EnvironmentEntry environment = ItgcConfiguration.get().environment(request.getParameter("environment"));
        if (environment.getWindow() == null || !may(who, environment.getWindow().mayOverride())) {
            return new TextAnswer(403, Message.of("dashboard.override.not-allowed"));
        }
        String repository =
                RepositoryId.parse(request.getParameter("repository")).toString();
        String commit = new CommitId(request.getParameter("commit")).sha();
        String service = Field.orNull(request.getParameter("service"));
        WindowEvent.OverrideBody body = new WindowEvent.OverrideBody(
                environment.getName(),
                service,
                repository,
                commit,
                who.getName(),
                reason(request),
                until(request),
                null);
        Subject.OfOverride subject = new Subject.OfOverride(repository, commit, environment.getName(), service);
        new EventLog(ItgcServices.get().ledger())
                .append(new WindowEvent.Overridden(subject, body), Actor.user(who.getName()));
        ItgcServices.get().waiting().wake(WindowGate.topic(environment.getName()));
        return new TextAnswer(200, Message.of("dashboard.override.recorded"));
    }

    private static boolean may(Authentication who, Set<String> allowed) {
        Set<String> authorities = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return Eligibility.holdsRole(who.getName(), authorities, allowed);
    }

    private static String reason(StaplerRequest2 request) {
        String reason = Field.orNull(request.getParameter("reason"));
        if (reason == null) {
            throw new InvalidValue(Message.of("dashboard.override.reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidValue(Message.of("dashboard.override.reason-long", LONGEST_REASON));
        }
        return reason;
    }

    private static Instant until(StaplerRequest2 request) {
        Duration lasts = Lengths.parse(request.getParameter("lasts"), "lasts", Duration.ofHours(1));
        if (lasts.compareTo(LONGEST) > 0) {
            throw new InvalidValue(Message.of("dashboard.override.too-long", LONGEST));
        }
        return ItgcServices.get().clock().instant().plus(lasts);
    }
}
