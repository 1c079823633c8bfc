package io.jenkins.plugins.itgc.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.UsernamePasswordCredentials;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.util.Secret;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.BoundCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/**
 * The secrets of an environment in the body of a deploy. Only their names are kept with the program; the values are
 * looked up each time a step asks for its environment.
 */
public final class DeploySecrets extends EnvironmentExpander {
    private static final long serialVersionUID = 1L;

    private final String build;
    private final ArrayList<BoundCredentials> bound;

    /**
     * @param build that deploys; found again by its name after a restart
     * @param bound credentials and the variables they go into
     */
    public DeploySecrets(Run<?, ?> build, List<BoundCredentials> bound) {
        this.build = ItgcServices.get().liveBuilds().name(build);
        this.bound = new ArrayList<>(bound);
    }

    @Override
    public void expand(EnvVars env) throws AbortException {
        Run<?, ?> run = run();
        for (BoundCredentials one : bound) {
            StandardCredentials found = find(one, run);
            env.override(one.getVariable(), secret(one, found).getPlainText());
            if (found instanceof UsernamePasswordCredentials login
                    && !one.getUsernameVariable().isEmpty()) {
                env.override(one.getUsernameVariable(), login.getUsername());
            }
        }
    }

    @Override
    public Set<String> getSensitiveVariables() {
        return bound.stream().map(BoundCredentials::getVariable).collect(Collectors.toSet());
    }

    /** What no log may show. */
    public List<Secret> secrets() throws AbortException {
        Run<?, ?> run = run();
        List<Secret> secrets = new ArrayList<>();
        for (BoundCredentials one : bound) {
            secrets.add(secret(one, find(one, run)));
        }
        return secrets;
    }

    /** Its job may have another name by now, and another job may have its name. */
    private Run<?, ?> run() throws AbortException {
        List<Run<?, ?>> live = ItgcServices.get().liveBuilds().under(build);
        Run<?, ?> run = live.isEmpty() ? Run.fromExternalizableId(build) : live.get(0);
        if (run == null || live.size() > 1) {
            throw new AbortException("Nobody can tell which build " + build
                    + " is by now, so it gets no secrets. Look at the environment, and run it again.");
        }
        return run;
    }

    /**
     * Looks where the controller looks, and takes only what no job can find by itself: anything else a pipeline could bind
     * without a gate.
     *
     * @throws AbortException when there are none, or any job may use them
     */
    private static StandardCredentials find(BoundCredentials one, Run<?, ?> run) throws AbortException {
        StandardCredentials found = CredentialsProvider.findCredentialByIdInItemGroup(
                one.getCredentialsId(), StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        if (found != null && found.getScope() == CredentialsScope.SYSTEM) {
            return CredentialsProvider.track(run, found);
        }
        if (found != null || ofJob(one, run) != null) {
            throw new AbortException("The credentials \"" + one.getCredentialsId()
                    + "\" can be used by jobs without any gate. Give them the scope System, at Manage Jenkins, Credentials,"
                    + " so that nothing but gatedDeploy gets them.");
        }
        throw missing(one);
    }

    private static StandardCredentials ofJob(BoundCredentials one, Run<?, ?> run) {
        return CredentialsProvider.findCredentialById(one.getCredentialsId(), StandardCredentials.class, run);
    }

    /** @throws AbortException when credentials are missing: a deploy must not go on with half of them */
    private static Secret secret(BoundCredentials one, StandardCredentials found) throws AbortException {
        if (found instanceof StringCredentials text) {
            return text.getSecret();
        }
        if (found instanceof UsernamePasswordCredentials login) {
            return login.getPassword();
        }
        throw missing(one);
    }

    private static AbortException missing(BoundCredentials one) {
        return new AbortException("There are no credentials \"" + one.getCredentialsId()
                + "\" of the kind secret text or user name with password with the scope System. Check the environment's entry"
                + " in the configuration.");
    }
}
