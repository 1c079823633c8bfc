package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.view.ItgcPermissions;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.slack.Rights;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** What somebody in Slack may do, by their account in Jenkins. */
final class SlackRights implements Rights {
    private final Person person;

    SlackRights(Person person) {
        this.person = person;
    }

    @Override
    public Optional<String> holder() {
        return holder(ItgcPermissions.HOLD);
    }

    private Optional<String> holder(Permission permission) {
        return ItgcServices.get().people().accounts(person, Account.JENKINS).stream()
                .filter(id -> authentication(id)
                        .filter(who -> Jenkins.get().getACL().hasPermission2(who, permission))
                        .isPresent())
                .findFirst();
    }

    private static Optional<Authentication> authentication(String id) {
        User user = User.getById(id, true); // who never logged in has rights too
        try {
            return Optional.ofNullable(user).map(User::impersonate2);
        } catch (AuthenticationException e) {
            return Optional.empty(); // gone from the security realm
        }
    }

    @Override
    public Scope scope(Projection projection) {
        Optional<Authentication> who = holder(ItgcPermissions.VIEW).flatMap(SlackRights::authentication);
        return Scope.of(projection.jobs().all().stream()
                .filter(job -> who.isPresent() && readable(job.name(), who.get()))
                .map(Jobs.Job::id)
                .toList());
    }

    @SuppressWarnings("try") // the context is there to be closed
    private static boolean readable(String job, Authentication who) {
        try (ACLContext reader = ACL.as2(who)) {
            return Jenkins.get().getItemByFullName(job, Item.class) != null;
        } catch (AccessDeniedException e) {
            return false; // may be discovered, not read
        }
    }
}
