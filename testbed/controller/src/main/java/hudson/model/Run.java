package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.store.BuildRecord;
import io.jenkins.plugins.itgc.testbed.controller.store.LogLinks;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;
import org.springframework.security.access.AccessDeniedException;

/** One build of a job. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled {
    protected final transient JobT project;

    /** The position among the job's builds, from 1. */
    public int number;

    private final transient BuildRecord build;

    protected Run(JobT job) throws IOException {
        this.project = job;
        this.number = job.assignBuildNumber();
        this.build = BuildRecord.create(this, new File(job.getBuildDir(), String.valueOf(number)));
    }

    protected Run(JobT project, File buildDir) throws IOException {
        this.project = project;
        this.number = Integer.parseInt(buildDir.getName());
        this.build = BuildRecord.load(this, buildDir);
        build.actions().forEach(super::addAction);
        onLoad();
    }

    protected void onLoad() {
        getActions(RunAction2.class).forEach(a -> a.onLoad(this));
    }

    @Override
    public void addAction(Action action) {
        super.addAction(action);
        if (action instanceof RunAction2 attached) {
            attached.onAttached(this);
        }
    }

    public JobT getParent() {
        return project;
    }

    public int getNumber() {
        return number;
    }

    public String getId() {
        return String.valueOf(number);
    }

    /** The result, or null while none is certain. */
    public Result getResult() {
        return build.result();
    }

    /** Makes the result worse; a better one is ignored. */
    public void setResult(Result result) {
        build.worsen(result);
    }

    public boolean isBuilding() {
        return !build.isCompleted();
    }

    public List<Cause> getCauses() {
        CauseAction action = getAction(CauseAction.class);
        return action == null ? List.of() : action.getCauses();
    }

    public <T extends Cause> T getCause(Class<T> type) {
        CauseAction action = getAction(CauseAction.class);
        return action == null ? null : action.findCause(type);
    }

    public final long getTimeInMillis() {
        return build.timestamp();
    }

    public final long getStartTimeInMillis() {
        return build.timestamp();
    }

    public long getDuration() {
        return build.duration();
    }

    public String getDescription() {
        return build.description();
    }

    public void setDescription(String description) throws IOException {
        build.describe(description);
        save();
    }

    @Override
    public String getDisplayName() {
        return build.displayName() == null ? "#" + number : build.displayName();
    }

    public void setDisplayName(String name) throws IOException {
        build.rename(name);
        save();
    }

    public String getFullDisplayName() {
        return project.getFullDisplayName() + " " + getDisplayName();
    }

    /** The path below the context path, with a slash at the end. */
    public String getUrl() {
        return project.getUrl() + number + "/";
    }

    public File getRootDir() {
        return build.directory();
    }

    public RunT getPreviousBuild() {
        return project.getBuildByNumber(number - 1);
    }

    public String getExternalizableId() {
        return project.getFullName() + "#" + number;
    }

    /** The build of an externalizable id, or null. */
    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException, AccessDeniedException {
        int hash = id.lastIndexOf('#');
        if (hash <= 0) {
            throw new IllegalArgumentException("Invalid id: " + id);
        }
        Job<?, ?> job = Jenkins.get().getItemByFullName(id.substring(0, hash), Job.class);
        return job == null ? null : job.getBuildByNumber(Integer.parseInt(id.substring(hash + 1)));
    }

    public InputStream getLogInputStream() throws IOException {
        try {
            return Files.newInputStream(build.log());
        } catch (NoSuchFileException e) {
            return InputStream.nullInputStream();
        }
    }

    public Reader getLogReader() throws IOException {
        return new InputStreamReader(getLogInputStream(), StandardCharsets.UTF_8);
    }

    /** The last lines of the log, without markup. */
    public List<String> getLog(int maxLines) throws IOException {
        List<String> lines = getLog().lines().toList();
        return lines.subList(Math.max(0, lines.size() - maxLines), lines.size());
    }

    /** The whole log, without markup. */
    public String getLog() throws IOException {
        try (InputStream in = getLogInputStream()) {
            return LogLinks.remove(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        return ControllerRuntime.current().environmentOf(this);
    }

    @Override
    public ACL getACL() {
        return project.getACL();
    }

    public void save() throws IOException {
        build.save(getAllActions());
    }

    @Override
    public int compareTo(RunT that) {
        return Integer.compare(number, that.number);
    }

    @Override
    public String toString() {
        return getExternalizableId();
    }
}
