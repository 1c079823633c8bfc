package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.ACL;
import io.jenkins.plugins.itgc.testbed.controller.store.Builds;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import jenkins.model.Jenkins;

/** Something that can be built again and again. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements Item, ExtensionPoint {
    private final ItemGroup<?> parent;
    private final String name;
    private final transient Builds<RunT> builds;

    @SuppressWarnings("unchecked")
    protected Job(ItemGroup<?> parent, String name) {
        this.parent = parent;
        this.name = name;
        this.builds = (Builds<RunT>) Builds.of(this);
    }

    @Override
    public ItemGroup<? extends Item> getParent() {
        return parent;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getFullName() {
        String above = parent.getFullName();
        return above.isEmpty() ? name : above + "/" + name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getFullDisplayName() {
        return getFullName().replace("/", " » ");
    }

    @Override
    public String getShortUrl() {
        return parent.getUrlChildPrefix() + "/" + hudson.Util.rawEncode(name) + "/";
    }

    @Override
    public String getUrl() {
        return parent.getUrl() + getShortUrl();
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public File getRootDir() {
        return ((ItemGroup) parent).getRootDirFor(this);
    }

    public File getBuildDir() {
        return new File(getRootDir(), "builds");
    }

    @Override
    public Collection<? extends Job<?, ?>> getAllJobs() {
        return List.of(this);
    }

    public int getNextBuildNumber() {
        return builds.nextNumber();
    }

    public int assignBuildNumber() throws IOException {
        return builds.assignNumber();
    }

    public RunT getBuildByNumber(int number) {
        return builds.get(number);
    }

    public RunT getLastBuild() {
        return builds.last(run -> true);
    }

    public RunT getLastCompletedBuild() {
        return builds.last(run -> !run.isBuilding());
    }

    public RunT getLastSuccessfulBuild() {
        return builds.last(run -> !run.isBuilding() && run.getResult().isBetterOrEqualTo(Result.UNSTABLE));
    }

    public boolean isBuilding() {
        RunT last = getLastBuild();
        return last != null && last.isBuilding();
    }

    /** All builds, the newest first. */
    protected SortedMap<Integer, ? extends RunT> _getRuns() {
        return builds.all();
    }

    public abstract boolean isBuildable();

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    @Override
    public void delete() throws IOException, InterruptedException {
        checkPermission(DELETE);
        builds.deleteAll();
    }

    @Override
    public String toString() {
        return super.toString() + "[" + getFullName() + "]";
    }
}
