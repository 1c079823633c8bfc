package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.deploy.DeployingJobs;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An environment that is deployed to, and the rules for a deploy there. */
public class EnvironmentEntry extends AbstractDescribableImpl<EnvironmentEntry> {
    static final List<String> LANGUAGES = List.of("en", "ja");
    private static final List<String> GATES = List.of("review", "migration", "approval", "window");

    private final String name;
    private String productionBranch = "master";
    private int requiredApprovals = 1;
    private String approvalLabel = ReviewPolicy.LGTM;
    private String ticketMarker = TicketPolicy.MARKER;
    private String trackers = "";
    private String migrationFiles = String.join(", ", ReviewPolicy.SQL);
    private boolean publishReview = true;
    private boolean commitStatus;
    private String language = "en";
    private String requiredGates = "review";
    private String deployAfter = "";
    private String jobs = "";
    private ApprovalEntry approval;
    private boolean gitHubDeployment = true;
    private boolean deployComments = true;
    private WindowEntry window;
    private boolean watchDeployments = true;
    private List<ProbeEntry> probes = new ArrayList<>();
    private List<BoundCredentials> credentials = new ArrayList<>();
    private List<DatabaseEntry> databases = new ArrayList<>();

    @DataBoundConstructor
    public EnvironmentEntry(String name) {
        this.name = TrackerEntry.trimmed(name);
        InvalidEntry.unless(!this.name.isEmpty(), "An environment", "name", "give it a name such as production");
    }

    /** What it is called at the beginning of a sentence. */
    String inWords() {
        return "The environment \"" + name + "\"";
    }

    /** @throws InvalidEntry when what belongs to it does not fit together */
    void check() {
        if (approval != null) {
            InvalidEntry.check(inWords(), "approval", approval::policy);
        }
        getProbes().forEach(probe -> InvalidEntry.check(inWords(), "probes", probe::address));
        getDatabases().forEach(database -> InvalidEntry.check(inWords(), "databases", () -> database.policy(null)));
    }

    ReviewPolicy reviewPolicy(TicketPolicy tickets, People people) {
        return new ReviewPolicy(
                productionBranch,
                requiredApprovals,
                approvalLabel,
                tickets,
                List.copyOf(Words.of(migrationFiles)),
                people);
    }

    public String getName() {
        return name;
    }

    public String getProductionBranch() {
        return productionBranch;
    }

    @DataBoundSetter
    public void setProductionBranch(String productionBranch) {
        this.productionBranch = TrackerEntry.trimmed(productionBranch);
        InvalidEntry.unless(
                !this.productionBranch.isEmpty(),
                inWords(),
                "productionBranch",
                "name the branch whose commits are deployed, such as master");
    }

    public int getRequiredApprovals() {
        return requiredApprovals;
    }

    @DataBoundSetter
    public void setRequiredApprovals(int requiredApprovals) {
        InvalidEntry.unless(
                requiredApprovals >= 1,
                inWords(),
                "requiredApprovals",
                "ask for at least 1 approval, not " + requiredApprovals);
        this.requiredApprovals = requiredApprovals;
    }

    public String getApprovalLabel() {
        return approvalLabel;
    }

    @DataBoundSetter
    public void setApprovalLabel(String approvalLabel) {
        this.approvalLabel = TrackerEntry.trimmed(approvalLabel);
    }

    /** In which findings are told on GitHub: {@code en} or {@code ja}. */
    public String getLanguage() {
        return language == null ? "en" : language;
    }

    @DataBoundSetter
    public void setLanguage(String language) {
        this.language = TrackerEntry.trimmed(language);
        InvalidEntry.unless(LANGUAGES.contains(this.language), inWords(), "language", "choose en or ja");
    }

    public String getTicketMarker() {
        return ticketMarker;
    }

    @DataBoundSetter
    public void setTicketMarker(String ticketMarker) {
        InvalidEntry.check(inWords(), "ticketMarker", () -> TicketPolicy.marker(ticketMarker));
        this.ticketMarker = TrackerEntry.trimmed(ticketMarker);
    }

    public String getTrackers() {
        return trackers;
    }

    @DataBoundSetter
    public void setTrackers(String trackers) {
        this.trackers = TrackerEntry.trimmed(trackers);
    }

    public String getMigrationFiles() {
        return migrationFiles;
    }

    @DataBoundSetter
    public void setMigrationFiles(String migrationFiles) {
        InvalidEntry.check(inWords(), "migrationFiles", () -> ReviewPolicy.globs(Words.of(migrationFiles)));
        this.migrationFiles = TrackerEntry.trimmed(migrationFiles);
    }

    public boolean isPublishReview() {
        return publishReview;
    }

    @DataBoundSetter
    public void setPublishReview(boolean publishReview) {
        this.publishReview = publishReview;
    }

    public boolean isCommitStatus() {
        return commitStatus;
    }

    @DataBoundSetter
    public void setCommitStatus(boolean commitStatus) {
        this.commitStatus = commitStatus;
    }

    public String getRequiredGates() {
        return requiredGates;
    }

    @DataBoundSetter
    public void setRequiredGates(String requiredGates) {
        InvalidEntry.check(inWords(), "requiredGates", () -> gates(requiredGates));
        this.requiredGates = TrackerEntry.trimmed(requiredGates);
    }

    /**
     * The gates that must have passed before a deploy. The review is always one of them: it alone follows the production
     * branch commit by commit, so without it nobody knows what a deploy carries.
     *
     * @throws InvalidPolicy when the review is not named, or a gate that does not exist is
     */
    public List<String> requiredGateNames() {
        try {
            return gates(requiredGates);
        } catch (InvalidPolicy e) {
            throw e.at("environment \"" + name + "\"");
        }
    }

    private static List<String> gates(String text) {
        List<String> names = List.copyOf(Words.of(text));
        if (!names.contains(GATES.get(0)) || !GATES.containsAll(names)) {
            throw new InvalidPolicy(
                    "requiredGates",
                    "it asks for the gates \"" + text + "\"; name review, and what else of " + String.join(", ", GATES)
                            + " is wanted");
        }
        return names;
    }

    public String getDeployAfter() {
        return deployAfter;
    }

    @DataBoundSetter
    public void setDeployAfter(String deployAfter) {
        this.deployAfter = TrackerEntry.trimmed(deployAfter);
    }

    /** The environment that a commit must have been deployed to before; null for none. */
    public String earlierEnvironment() {
        return deployAfter == null || deployAfter.isEmpty() ? null : deployAfter;
    }

    public String getJobs() {
        return jobs;
    }

    @DataBoundSetter
    public void setJobs(String jobs) {
        InvalidEntry.check(inWords(), "jobs", () -> jobs(jobs));
        this.jobs = TrackerEntry.trimmed(jobs);
    }

    /**
     * The jobs whose builds may deploy there.
     *
     * @throws InvalidPolicy when a pattern is malformed, or none is left of what was written
     */
    public DeployingJobs deployingJobs() {
        try {
            return jobs(jobs);
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicy("jobs", "environment \"" + name + "\": " + e.getMessage(), e);
        }
    }

    private static DeployingJobs jobs(String text) {
        List<String> patterns = List.copyOf(Words.of(text));
        if (patterns.isEmpty() && !TrackerEntry.trimmed(text).isEmpty()) {
            throw new IllegalArgumentException("it names no job; leave it empty for any");
        }
        return new DeployingJobs(patterns);
    }

    /** Who approves deploys there; null when nobody is asked. */
    public ApprovalEntry getApproval() {
        return approval;
    }

    @DataBoundSetter
    public void setApproval(ApprovalEntry approval) {
        this.approval = approval;
    }

    public boolean isGitHubDeployment() {
        return gitHubDeployment;
    }

    @DataBoundSetter
    public void setGitHubDeployment(boolean gitHubDeployment) {
        this.gitHubDeployment = gitHubDeployment;
    }

    public boolean isDeployComments() {
        return deployComments;
    }

    @DataBoundSetter
    public void setDeployComments(boolean deployComments) {
        this.deployComments = deployComments;
    }

    /** Whether deployments on GitHub that no gate saw are looked for. */
    public boolean isWatchDeployments() {
        return watchDeployments;
    }

    @DataBoundSetter
    public void setWatchDeployments(boolean watchDeployments) {
        this.watchDeployments = watchDeployments;
    }

    /** Where services say which version of them runs. */
    public List<ProbeEntry> getProbes() {
        return probes == null ? List.of() : probes;
    }

    @DataBoundSetter
    public void setProbes(List<ProbeEntry> probes) {
        this.probes = probes == null ? new ArrayList<>() : new ArrayList<>(probes);
    }

    /** Databases whose migrations are asked for. */
    public List<DatabaseEntry> getDatabases() {
        return databases == null ? List.of() : databases;
    }

    @DataBoundSetter
    public void setDatabases(List<DatabaseEntry> databases) {
        this.databases = databases == null ? new ArrayList<>() : new ArrayList<>(databases);
    }

    public WindowEntry getWindow() {
        return window;
    }

    @DataBoundSetter
    public void setWindow(WindowEntry window) {
        this.window = window;
    }

    /** What only the body of a deploy gets. */
    public List<BoundCredentials> getCredentials() {
        return credentials;
    }

    @DataBoundSetter
    public void setCredentials(List<BoundCredentials> credentials) {
        this.credentials = credentials == null ? new ArrayList<>() : new ArrayList<>(credentials);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<EnvironmentEntry> {
        @Override
        public String getDisplayName() {
            return Messages.EnvironmentEntry_displayName();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckProductionBranch(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckJobs(@QueryParameter String value) {
            return FormChecks.usable(value, EnvironmentEntry::jobs);
        }

        @POST
        public FormValidation doCheckRequiredApprovals(@QueryParameter String value) {
            return FormChecks.atLeastOne(value);
        }

        @POST
        public FormValidation doCheckTicketMarker(@QueryParameter String value) {
            return FormChecks.usable(value, TicketPolicy::marker);
        }

        @POST
        public FormValidation doCheckMigrationFiles(@QueryParameter String value) {
            return FormChecks.usable(value, text -> ReviewPolicy.globs(Words.of(text)));
        }

        @POST
        public FormValidation doCheckRequiredGates(@QueryParameter String value) {
            return FormChecks.usable(value, EnvironmentEntry::gates);
        }

        @POST
        public FormValidation doCheckTrackers(@QueryParameter String value) {
            return FormChecks.configured(value, ItgcConfiguration.get().getTrackers(), TrackerEntry::getName);
        }

        @POST
        public FormValidation doCheckDeployAfter(@QueryParameter String value) {
            return FormChecks.configured(value, ItgcConfiguration.get().getEnvironments(), EnvironmentEntry::getName);
        }
    }
}
