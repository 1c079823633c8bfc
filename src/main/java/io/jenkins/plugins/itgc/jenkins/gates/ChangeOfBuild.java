package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.connect.github.GitHubDeployChange;
import io.jenkins.plugins.itgc.connect.github.GitHubDeployChange.Carried;
import io.jenkins.plugins.itgc.connect.github.GitHubDeployChange.Described;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.deploy.LedgerDeployments;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.window.Changes;
import io.jenkins.plugins.itgc.window.DeployDate;
import io.jenkins.plugins.itgc.window.PlannedRelease;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a build would deploy: the commit, its tree and the pull requests that it carries. */
public final class ChangeOfBuild implements Changes {
    private final SubjectOfBuild subject;
    private final EnvironmentEntry environment;
    private final String service;
    private final GitHub gitHub;

    private ChangeOfBuild(SubjectOfBuild subject, EnvironmentEntry environment, String service) {
        this.subject = subject;
        this.environment = environment;
        this.service = service;
        ItgcServices services = ItgcServices.get();
        Endpoint endpoint = Endpoint.bearer("GitHub", URI.create(subject.apiUri()), subject.credentials()::token);
        this.gitHub = new GitHub(services.http(endpoint, subject.credentials().id()), services.reads());
    }

    /** @throws AbortException when neither the step nor the build names a change */
    static ChangeOfBuild find(Run<?, ?> build, ChangeParameters said, EnvironmentEntry environment, String service)
            throws AbortException {
        SubjectOfBuild subject = SubjectOfBuild.find(build, said, environment.getProductionBranch());
        return new ChangeOfBuild(subject, environment, service);
    }

    /** GitHub, with the credentials of the branch source or those that the pipeline names. */
    public GitHub gitHub() {
        return gitHub;
    }

    /** What is deployed; null when the pipeline does not say. */
    String service() {
        return service;
    }

    /** As far as it is known before anything is read. */
    public Change unread() {
        return Change.unread(subject.repository(), subject.pullRequest(), subject.commit(), environment.getName());
    }

    /** What it brings since the last deploy, or since its pull request was begun. */
    public Carried carried() throws EvidenceUnavailable, InterruptedException {
        GitHubDeployChange change = gitHub.deployChange(subject.repository());
        if (subject.pullRequest() != null) {
            return change.ofPullRequest(subject.pullRequest(), subject.commit());
        }
        CommitId baseline = service == null
                ? null
                : new LedgerDeployments(ItgcServices.get().ledger())
                        .lastDeployed(subject.repository(), service, environment.getName())
                        .orElse(null);
        return change.onBranch(environment.getProductionBranch(), baseline, subject.commit());
    }

    /**
     * With what its migrations are compared: null before the first deploy of the service, whose databases may hold nothing yet.
     *
     * @param carried as {@link #carried} read it
     */
    CommitId migratedTo(Carried carried) throws EvidenceUnavailable {
        if (subject.pullRequest() != null) {
            return carried.base();
        }
        return service == null
                ? null
                : new LedgerDeployments(ItgcServices.get().ledger())
                        .lastDeployedItself(service, environment.getName())
                        .orElse(null);
    }

    /**
     * The change as a decision binds to it.
     *
     * @param carried as {@link #carried} read it
     */
    public Change change(Carried carried) {
        return Change.ofProduction(
                        subject.repository(),
                        carried.commit(),
                        carried.tree(),
                        carried.pullRequests(),
                        environment.getName())
                .as(unread().subject());
    }

    private Optional<PlannedRelease> plannedInSlack(int number, Described described) throws EvidenceUnavailable {
        return new ReleasePlans(ItgcServices.get().ledger())
                .of(subject.repository().toString(), number, environment.getName())
                .map(plan -> new PlannedRelease(
                        number,
                        described.title(),
                        described.link(),
                        plan.at(),
                        plan.text() + " (" + plan.person() + ")"));
    }

    @Override
    public Found read() throws EvidenceUnavailable, InterruptedException {
        Carried carried = carried();
        List<PlannedRelease> planned = new ArrayList<>();
        List<Message> unreadable = new ArrayList<>();
        for (int number : carried.pullRequests()) {
            Described described = gitHub.deployChange(subject.repository()).describe(number);
            DeployDate.read(
                    new PlannedRelease(number, described.title(), described.link(), null, null),
                    described.body(),
                    planned,
                    unreadable);
            plannedInSlack(number, described).ifPresent(planned::add);
        }
        return new Found(change(carried), planned, unreadable);
    }
}
