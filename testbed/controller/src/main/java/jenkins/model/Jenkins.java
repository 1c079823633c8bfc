package jenkins.model;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.RootAction;
import hudson.model.Saveable;
import hudson.model.TopLevelItem;
import hudson.model.User;
import hudson.model.View;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.security.Authentications;
import io.jenkins.plugins.itgc.testbed.controller.security.Text;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** The root of the controller. */
public class Jenkins implements ItemGroup<TopLevelItem>, AccessControlled, Saveable, StaplerProxy {
    private static final PermissionGroup PERMISSIONS = new PermissionGroup(Jenkins.class, Text.of("Overall"));

    public static final Permission ADMINISTER =
            new Permission(PERMISSIONS, "Administer", Text.of("Administer"), null, PermissionScope.JENKINS);
    public static final Permission MANAGE =
            new Permission(PERMISSIONS, "Manage", Text.of("Manage"), ADMINISTER, PermissionScope.JENKINS);
    public static final Permission SYSTEM_READ =
            new Permission(PERMISSIONS, "SystemRead", Text.of("SystemRead"), ADMINISTER, PermissionScope.JENKINS);
    public static final Permission READ =
            new Permission(PERMISSIONS, "Read", Text.of("Read"), ADMINISTER, PermissionScope.JENKINS);

    /** Who has not logged in. */
    public static final Authentication ANONYMOUS2 = Authentications.anonymous();

    private final File root;
    private final List<View> views = new CopyOnWriteArrayList<>();
    private volatile SecurityRealm securityRealm = SecurityRealm.NO_AUTHENTICATION;
    private volatile AuthorizationStrategy authorizationStrategy = AuthorizationStrategy.UNSECURED;

    Jenkins(File root) {
        this.root = root;
    }

    /** The running controller; an IllegalStateException if there is none. */
    public static Jenkins get() throws IllegalStateException {
        return ControllerRuntime.current().jenkins();
    }

    public static Jenkins getInstanceOrNull() {
        return ControllerRuntime.isRunning() ? get() : null;
    }

    /** Who acts in this thread. */
    public static Authentication getAuthentication2() {
        return Authentications.current();
    }

    @Override
    public File getRootDir() {
        return root;
    }

    /** The configured root URL, else the one that the server listens on; with a slash at the end. */
    public String getRootUrl() throws IllegalStateException {
        return ControllerRuntime.current().rootUrl();
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }

    @Override
    public String getFullName() {
        return "";
    }

    @Override
    public String getFullDisplayName() {
        return "";
    }

    @Override
    public String getUrl() {
        return "";
    }

    @Override
    public String getUrlChildPrefix() {
        return "job";
    }

    @Override
    public File getRootDirFor(TopLevelItem child) {
        return new File(new File(root, "jobs"), child.getName());
    }

    @Override
    public List<TopLevelItem> getItems() {
        return ControllerRuntime.current().items().readable();
    }

    @Override
    public TopLevelItem getItem(String name) throws AccessDeniedException {
        return ControllerRuntime.current().items().readable(name);
    }

    @Override
    public <U extends Item> List<U> getAllItems(Class<U> type) {
        return ControllerRuntime.current().items().allReadable(type);
    }

    public Item getItemByFullName(String fullName) throws AccessDeniedException {
        return getItemByFullName(fullName, Item.class);
    }

    /** The item if it exists, is of the type and may be read; else null. */
    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) throws AccessDeniedException {
        return ControllerRuntime.current().items().byFullName(fullName, type);
    }

    public synchronized <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return type.cast(ControllerRuntime.current().items().create(type, name));
    }

    public <T> ExtensionList<T> getExtensionList(Class<T> type) {
        return ControllerRuntime.current().extensions().list(type);
    }

    public Descriptor<?> getDescriptor(String id) {
        return ControllerRuntime.current().extensions().descriptorById(id);
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor(Class<? extends Describable> type) {
        return ControllerRuntime.current().extensions().descriptorOf(type);
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        Descriptor found = getDescriptor(type);
        if (found == null) {
            throw new AssertionError(
                    type + " is missing its descriptor; is it annotated with @" + Extension.class.getName() + "?");
        }
        return found;
    }

    @SuppressWarnings("rawtypes")
    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        return getExtensionList(Descriptor.class).get(type);
    }

    public List<Action> getActions() {
        return List.copyOf(getExtensionList(RootAction.class));
    }

    public Collection<View> getViews() {
        return List.copyOf(views);
    }

    /** The view of this name, or null. */
    public View getView(String name) {
        return views.stream()
                .filter(view -> view.getViewName().equals(name))
                .findFirst()
                .orElse(null);
    }

    public void addView(View view) throws IOException {
        views.add(view);
    }

    public User getUser(String id) {
        return User.getById(id, true);
    }

    public boolean isUseSecurity() {
        return securityRealm != SecurityRealm.NO_AUTHENTICATION
                || authorizationStrategy != AuthorizationStrategy.UNSECURED;
    }

    public SecurityRealm getSecurityRealm() {
        return securityRealm;
    }

    public void setSecurityRealm(SecurityRealm realm) {
        securityRealm = realm == null ? SecurityRealm.NO_AUTHENTICATION : realm;
    }

    public AuthorizationStrategy getAuthorizationStrategy() {
        return authorizationStrategy;
    }

    public void setAuthorizationStrategy(AuthorizationStrategy strategy) {
        authorizationStrategy = strategy == null ? AuthorizationStrategy.UNSECURED : strategy;
    }

    @Override
    public ACL getACL() {
        return authorizationStrategy.getRootACL();
    }

    public boolean isTerminating() {
        return ControllerRuntime.current().isStopping();
    }

    public String getSystemMessage() {
        return ControllerRuntime.current().systemMessage();
    }

    public void setSystemMessage(String message) throws IOException {
        ControllerRuntime.current().systemMessage(message);
    }

    @Override
    public void save() throws IOException {}

    @Override
    public Object getTarget() {
        checkPermission(READ);
        return this;
    }
}
