package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.security.Authentications;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** A person that the controller knows. */
public class User implements AccessControlled, ModelObject, Comparable<User> {
    private final String id;
    private volatile String fullName;

    private User(String id) {
        this.id = id;
        this.fullName = id;
    }

    /** Who acts in this thread, or null for anonymous and for the system. */
    public static User current() {
        return get2(Jenkins.getAuthentication2());
    }

    public static User get2(Authentication who) {
        return who == null || Authentications.isBuiltIn(who) ? null : getById(who.getName(), true);
    }

    /** The user of this id; with {@code create}, one is made if there is none. */
    public static User getById(String id, boolean create) {
        Map<String, User> users = ControllerRuntime.current().users();
        return create ? users.computeIfAbsent(id, User::new) : users.get(id);
    }

    public static User get(String idOrFullName, boolean create, Map<?, ?> context) {
        return getById(idOrFullName, create);
    }

    public static Collection<User> getAll() {
        return List.copyOf(ControllerRuntime.current().users().values());
    }

    public String getId() {
        return id;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String name) {
        fullName = name == null || name.isBlank() ? id : name;
    }

    @Override
    public String getDisplayName() {
        return fullName;
    }

    public String getUrl() {
        return "user/" + hudson.Util.rawEncode(id);
    }

    /** The groups of the user, without the built-in one. */
    public List<String> getAuthorities() {
        return impersonate2().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(a -> !a.equals("authenticated"))
                .toList();
    }

    /** An authentication with the user's groups. */
    public Authentication impersonate2() {
        return Authentications.ofUser(id);
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getACL();
    }

    @Override
    public int compareTo(User that) {
        return id.compareTo(that.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
