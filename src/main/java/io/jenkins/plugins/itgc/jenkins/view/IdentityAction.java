package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.model.RootAction;
import hudson.model.User;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.verb.POST;

/** Gives somebody who is logged in a code by which to connect an account elsewhere. */
@Extension
public class IdentityAction implements RootAction {
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
        return "itgc-identity";
    }

    /** The code, as plain text. */
    @POST
    public HttpResponse doCode() {
        Jenkins.get().checkPermission(Jenkins.READ);
        User user = User.current();
        Optional<Person> person =
                user == null ? Optional.empty() : ItgcServices.get().people().of(Account.jenkins(user.getId()));
        if (person.isEmpty()) {
            return new TextAnswer(403, Message.of("dashboard.no-identity"));
        }
        return HttpResponses.text(ItgcServices.get().linkCodes().give(person.get()));
    }
}
