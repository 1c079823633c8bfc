package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Tool;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A database of an environment, and how its migrations are told to be applied. */
public class DatabaseEntry extends AbstractDescribableImpl<DatabaseEntry> {
    private final String name;
    private String tool = "flyway";
    private String services = "";
    private String files = "";
    private String versionTable = "";
    private String contact = "";
    private boolean refuseAtOnce;
    private List<TargetEntry> targets = new ArrayList<>();

    /** @param name what pipelines call this database */
    @DataBoundConstructor
    public DatabaseEntry(String name) {
        this.name = TrackerEntry.trimmed(name);
        InvalidEntry.unless(!this.name.isEmpty(), "A database", "name", "give it a name");
    }

    /**
     * What is asked of it.
     *
     * @param wish whether to wait, as a pipeline says; null for what the configuration says
     * @throws IllegalArgumentException when the entry makes no sense
     */
    public MigrationPolicy policy(Boolean wish) {
        return new MigrationPolicy(
                name,
                parsedTool(tool),
                List.copyOf(Words.of(files)),
                versionTable.isEmpty() ? null : versionTable,
                targets.stream().map(TargetEntry::getName).toList(),
                contact,
                wish == null ? !refuseAtOnce : wish);
    }

    private static Tool parsedTool(String name) {
        return Arrays.stream(Tool.values())
                .filter(tool -> tool.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no migration tool; name one of "
                        + Arrays.stream(Tool.values())
                                .map(tool ->
                                        tool.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** What pipelines call this database. */
    public String getName() {
        return name;
    }

    /** What carries migrations out. */
    public String getTool() {
        return tool;
    }

    /** @param tool what carries migrations out */
    @DataBoundSetter
    public void setTool(String tool) {
        this.tool = TrackerEntry.trimmed(tool);
        InvalidEntry.check("The database \"" + name + "\"", "tool", () -> parsedTool(this.tool));
    }

    /** Services whose deploys need its migrations, with commas between them; empty for every service of the environment. */
    public String getServices() {
        return services == null ? "" : services;
    }

    /** @param services services whose deploys need its migrations, with commas between them; empty for every service */
    @DataBoundSetter
    public void setServices(String services) {
        this.services = TrackerEntry.trimmed(services);
    }

    /** Whether the deploys of a service need its migrations. */
    public boolean holds(String service) {
        Set<String> named = Words.of(getServices());
        return named.isEmpty() || named.contains(service);
    }

    /** Globs of the migration files in the repository, such as {@code db/migration/**}, one a line. */
    public String getFiles() {
        return files;
    }

    /** @param files Globs of the migration files in the repository, such as {@code db/migration/**}, one a line */
    @DataBoundSetter
    public void setFiles(String files) {
        this.files = TrackerEntry.trimmed(files);
        InvalidEntry.check("The database \"" + name + "\"", "files", () -> ReviewPolicy.globs(Words.of(this.files)));
    }

    /** For {@code version-table}: table and column, such as {@code schema_migrations.version}. */
    public String getVersionTable() {
        return versionTable;
    }

    /** @param versionTable for {@code version-table}: table and column, such as {@code schema_migrations.version} */
    @DataBoundSetter
    public void setVersionTable(String versionTable) {
        this.versionTable = TrackerEntry.trimmed(versionTable);
    }

    /** Who applies migrations; named where one is missing. */
    public String getContact() {
        return contact;
    }

    /** @param contact who applies migrations; named where one is missing */
    @DataBoundSetter
    public void setContact(String contact) {
        this.contact = TrackerEntry.trimmed(contact);
    }

    /** Ends the build at once when a migration is missing. */
    public boolean isRefuseAtOnce() {
        return refuseAtOnce;
    }

    /** @param refuseAtOnce ends the build at once when a migration is missing */
    @DataBoundSetter
    public void setRefuseAtOnce(boolean refuseAtOnce) {
        this.refuseAtOnce = refuseAtOnce;
    }

    /** Every database that must hold the migrations: all shards and replicas. */
    public List<TargetEntry> getTargets() {
        return targets;
    }

    /** @param targets every database that must hold the migrations: all shards and replicas */
    @DataBoundSetter
    public void setTargets(List<TargetEntry> targets) {
        this.targets = targets == null ? new ArrayList<>() : new ArrayList<>(targets);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<DatabaseEntry> {
        @Override
        public String getDisplayName() {
            return Messages.DatabaseEntry_displayName();
        }

        /** Checks the field {@code name} while somebody fills the form in. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code files} while somebody fills the form in. */
        @POST
        public FormValidation doCheckFiles(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code tool} while somebody fills the form in. */
        @POST
        public FormValidation doCheckTool(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            try {
                parsedTool(TrackerEntry.trimmed(value));
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(Worded.of(e).in(LocaleProvider.getLocale()));
            }
        }
    }
}
