package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.deploy.DeployingJobs;
import io.jenkins.plugins.itgc.deploy.RequiredPass;
import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An environment that is deployed to, and the rules for a deploy there. */
public class EnvironmentEntry extends AbstractDescribableImpl<EnvironmentEntry> {
    static final List<String> LANGUAGES = List.of("en", "ja");

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

    /**
     * @param name what pipelines call it, such as {@code production}
     * @throws InvalidEntry when it has none, or one that the ledger could not read back
     */
    @DataBoundConstructor
    public EnvironmentEntry(String name) {
        this.name = TrackerEntry.trimmed(name);
        InvalidEntry.unless(!this.name.isEmpty(), "An environment", "name", "give it a name such as production");
        InvalidEntry.unless(
                readsBack(this.name),
                inWords(),
                "name",
                "the ledger names things by \" in \" and \" of \"; leave these words out of it");
    }

    /** Something else stands before and behind it, so that these words divide at its ends as well. */
    private static boolean readsBack(String name) {
        String among = " " + name + " ";
        return !among.contains(" in ") && !among.contains(" of ");
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

    /** What pipelines call it, such as {@code production}. */
    public String getName() {
        return name;
    }

    /** The branch whose commits are deployed. */
    public String getProductionBranch() {
        return productionBranch;
    }

    /**
     * @param productionBranch the branch whose commits are deployed
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setProductionBranch(String productionBranch) {
        this.productionBranch = TrackerEntry.trimmed(productionBranch);
        InvalidEntry.unless(
                !this.productionBranch.isEmpty(),
                inWords(),
                "productionBranch",
                "name the branch whose commits are deployed, such as master");
    }

    /** How many people who did not contribute to the code must approve it. */
    public int getRequiredApprovals() {
        return requiredApprovals;
    }

    /**
     * @param requiredApprovals how many people who did not contribute to the code must approve it
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setRequiredApprovals(int requiredApprovals) {
        InvalidEntry.unless(
                requiredApprovals >= 1,
                inWords(),
                "requiredApprovals",
                "ask for at least 1 approval, not " + requiredApprovals);
        this.requiredApprovals = requiredApprovals;
    }

    /**
     * A label that counts as an approval of whoever put it on last, if that was a person with write permission who
     * did not contribute to the code, after the last push.
     */
    public String getApprovalLabel() {
        return approvalLabel;
    }

    /**
     * @param approvalLabel a label that counts as an approval of whoever put it on last, if that was a person with
     *     write permission who did not contribute to the code, after the last push
     */
    @DataBoundSetter
    public void setApprovalLabel(String approvalLabel) {
        this.approvalLabel = TrackerEntry.trimmed(approvalLabel);
    }

    /** In which findings are told on GitHub: {@code en} or {@code ja}. */
    public String getLanguage() {
        return language == null ? "en" : language;
    }

    /**
     * @param language in which language the review and the commit status on GitHub are written
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setLanguage(String language) {
        this.language = TrackerEntry.trimmed(language);
        InvalidEntry.unless(LANGUAGES.contains(this.language), inWords(), "language", "choose en or ja");
    }

    /** The word that marks the line of the description that names the ticket, as in {@code Ticket: OPS-7}. */
    public String getTicketMarker() {
        return ticketMarker;
    }

    /**
     * @param ticketMarker the word that marks the line of the description that names the ticket, as in
     *     {@code Ticket: OPS-7}
     */
    @DataBoundSetter
    public void setTicketMarker(String ticketMarker) {
        InvalidEntry.check(inWords(), "ticketMarker", () -> TicketPolicy.marker(ticketMarker));
        this.ticketMarker = TrackerEntry.trimmed(ticketMarker);
    }

    /** Names of the ticket trackers whose tickets count here, divided by commas. */
    public String getTrackers() {
        return trackers;
    }

    /** @param trackers names of the ticket trackers whose tickets count here, divided by commas */
    @DataBoundSetter
    public void setTrackers(String trackers) {
        this.trackers = TrackerEntry.trimmed(trackers);
    }

    /** Globs of files that need a database migration, divided by commas, such as {@code **.sql}. */
    public String getMigrationFiles() {
        return migrationFiles;
    }

    /**
     * @param migrationFiles Globs of files that need a database migration, divided by commas, such as {@code **.sql}
     */
    @DataBoundSetter
    public void setMigrationFiles(String migrationFiles) {
        InvalidEntry.check(inWords(), "migrationFiles", () -> ReviewPolicy.globs(Words.of(migrationFiles)));
        this.migrationFiles = TrackerEntry.trimmed(migrationFiles);
    }

    /**
     * Whether the decision is written to the pull request as a review: approve, or request changes with the
     * findings.
     */
    public boolean isPublishReview() {
        return publishReview;
    }

    /**
     * @param publishReview whether the decision is written to the pull request as a review: approve, or request
     *     changes with the findings
     */
    @DataBoundSetter
    public void setPublishReview(boolean publishReview) {
        this.publishReview = publishReview;
    }

    /**
     * Whether the decision is set as the commit status {@code itgc/review: ENVIRONMENT}, such as
     * {@code itgc/review: production}, with or without a review.
     */
    public boolean isCommitStatus() {
        return commitStatus;
    }

    /**
     * @param commitStatus whether the decision is set as the commit status {@code itgc/review: ENVIRONMENT}, such as
     *     {@code itgc/review: production}, with or without a review
     */
    @DataBoundSetter
    public void setCommitStatus(boolean commitStatus) {
        this.commitStatus = commitStatus;
    }

    /**
     * The gates that must have passed in a build before {@code gatedDeploy} runs its body for this environment, with
     * commas between them.
     */
    public String getRequiredGates() {
        return requiredGates;
    }

    /**
     * @param requiredGates the gates that must have passed in a build before {@code gatedDeploy} runs its body for
     *     this environment, with commas between them
     */
    @DataBoundSetter
    public void setRequiredGates(String requiredGates) {
        InvalidEntry.check(inWords(), "requiredGates", () -> RequiredGates.parse(requiredGates));
        this.requiredGates = TrackerEntry.trimmed(requiredGates);
    }

    /**
     * The passes that a deploy of a service takes.
     *
     * @throws InvalidPolicy when the review is not named, or a gate that does not exist is
     */
    public List<RequiredPass> requiredPasses(String service) {
        try {
            return RequiredGates.parse(requiredGates).passes(databasesOf(service));
        } catch (InvalidPolicy e) {
            throw e.at(Message.of("review.policy.of-environment", name));
        }
    }

    /**
     * Name of the environment that the same commit of the same service must have been deployed to, with success,
     * before it may be deployed here; for example {@code staging}.
     */
    public String getDeployAfter() {
        return deployAfter;
    }

    /**
     * @param deployAfter name of the environment that the same commit of the same service must have been deployed
     *     to, with success, before it may be deployed here; for example {@code staging}
     */
    @DataBoundSetter
    public void setDeployAfter(String deployAfter) {
        this.deployAfter = TrackerEntry.trimmed(deployAfter);
    }

    /** The environment that a commit must have been deployed to before; null for none. */
    public String earlierEnvironment() {
        return deployAfter == null || deployAfter.isEmpty() ? null : deployAfter;
    }

    /**
     * Full names of the jobs whose builds may deploy to this environment, divided by commas; globs such as
     * {@code deploys/*}, {@code orders/master} or {@code **} ({@code *} stays within a folder).
     */
    public String getJobs() {
        return jobs;
    }

    /**
     * @param jobs full names of the jobs whose builds may deploy to this environment, divided by commas; globs such
     *     as {@code deploys/*}, {@code orders/master} or {@code **} ({@code *} stays within a folder)
     */
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
            throw InvalidPolicy.because("jobs", e);
        }
    }

    private static DeployingJobs jobs(String text) {
        List<String> patterns = List.copyOf(Words.of(text));
        if (patterns.isEmpty() && !TrackerEntry.trimmed(text).isEmpty()) {
            throw new InvalidValue(Message.of("review.policy.no-job"));
        }
        return new DeployingJobs(patterns);
    }

    /** Who approves deploys there; null when nobody is asked. */
    public ApprovalEntry getApproval() {
        return approval;
    }

    /** @param approval who is asked by the step {@code awaitManagerApproval} */
    @DataBoundSetter
    public void setApproval(ApprovalEntry approval) {
        this.approval = approval;
    }

    /**
     * Creates a GitHub deployment for each deploy and keeps its state: in progress, success, failure or error;
     * earlier ones become inactive.
     */
    public boolean isGitHubDeployment() {
        return gitHubDeployment;
    }

    /**
     * @param gitHubDeployment creates a GitHub deployment for each deploy and keeps its state: in progress, success,
     *     failure or error; earlier ones become inactive
     */
    @DataBoundSetter
    public void setGitHubDeployment(boolean gitHubDeployment) {
        this.gitHubDeployment = gitHubDeployment;
    }

    /**
     * Comments "deploy succeeded" on every pull request that a deploy carried and on every ticket that these name,
     * once.
     */
    public boolean isDeployComments() {
        return deployComments;
    }

    /**
     * @param deployComments comments "deploy succeeded" on every pull request that a deploy carried and on every
     *     ticket that these name, once
     */
    @DataBoundSetter
    public void setDeployComments(boolean deployComments) {
        this.deployComments = deployComments;
    }

    /** Whether deployments on GitHub that no gate saw are looked for. */
    public boolean isWatchDeployments() {
        return watchDeployments;
    }

    /**
     * @param watchDeployments every ten minutes the deployments that GitHub lists for this environment are compared
     *     with the ledger
     */
    @DataBoundSetter
    public void setWatchDeployments(boolean watchDeployments) {
        this.watchDeployments = watchDeployments;
    }

    /** Where services say which version of them runs. */
    public List<ProbeEntry> getProbes() {
        return probes == null ? List.of() : probes;
    }

    /** @param probes where services say which version of them runs */
    @DataBoundSetter
    public void setProbes(List<ProbeEntry> probes) {
        this.probes = probes == null ? new ArrayList<>() : new ArrayList<>(probes);
    }

    /** Databases whose migrations are asked for. */
    public List<DatabaseEntry> getDatabases() {
        return databases == null ? List.of() : databases;
    }

    /** Tells of a path whether the file there needs a migration. */
    public Predicate<String> needsMigration() {
        return ReviewPolicy.matching(Words.of(migrationFiles));
    }

    /** The databases that hold what a service needs; all when no service is named. */
    public List<DatabaseEntry> databasesOf(String service) {
        return getDatabases().stream()
                .filter(database -> service == null || database.holds(service))
                .toList();
    }

    /**
     * @param databases databases whose migrations must be applied before a deploy, for the step
     *     {@code requireMigration}
     */
    @DataBoundSetter
    public void setDatabases(List<DatabaseEntry> databases) {
        this.databases = databases == null ? new ArrayList<>() : new ArrayList<>(databases);
    }

    /** When this environment may be deployed to, for the step {@code calendarWindow}. */
    public WindowEntry getWindow() {
        return window;
    }

    /** @param window when this environment may be deployed to, for the step {@code calendarWindow} */
    @DataBoundSetter
    public void setWindow(WindowEntry window) {
        this.window = window;
    }

    /** What only the body of a deploy gets. */
    public List<BoundCredentials> getCredentials() {
        return credentials;
    }

    /** @param credentials Secrets that belong to this environment */
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

        /** Checks the field {@code name} while somebody fills the form in. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code productionBranch} while somebody fills the form in. */
        @POST
        public FormValidation doCheckProductionBranch(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code jobs} while somebody fills the form in. */
        @POST
        public FormValidation doCheckJobs(@QueryParameter String value) {
            return FormChecks.usable(value, EnvironmentEntry::jobs);
        }

        /** Checks the field {@code requiredApprovals} while somebody fills the form in. */
        @POST
        public FormValidation doCheckRequiredApprovals(@QueryParameter String value) {
            return FormChecks.atLeastOne(value);
        }

        /** Checks the field {@code ticketMarker} while somebody fills the form in. */
        @POST
        public FormValidation doCheckTicketMarker(@QueryParameter String value) {
            return FormChecks.usable(value, TicketPolicy::marker);
        }

        /** Checks the field {@code migrationFiles} while somebody fills the form in. */
        @POST
        public FormValidation doCheckMigrationFiles(@QueryParameter String value) {
            return FormChecks.usable(value, text -> ReviewPolicy.globs(Words.of(text)));
        }

        /** Checks the field {@code requiredGates} while somebody fills the form in. */
        @POST
        public FormValidation doCheckRequiredGates(@QueryParameter String value) {
            return FormChecks.usable(value, RequiredGates::parse);
        }

        /** Checks the field {@code trackers} while somebody fills the form in. */
        @POST
        public FormValidation doCheckTrackers(@QueryParameter String value) {
            return FormChecks.configured(value, ItgcConfiguration.get().getTrackers(), TrackerEntry::getName);
        }

        /** Checks the field {@code deployAfter} while somebody fills the form in. */
        @POST
        public FormValidation doCheckDeployAfter(@QueryParameter String value) {
            return FormChecks.configured(value, ItgcConfiguration.get().getEnvironments(), EnvironmentEntry::getName);
        }
    }
}
