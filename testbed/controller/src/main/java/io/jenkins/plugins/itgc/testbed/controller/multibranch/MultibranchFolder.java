package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import hudson.Util;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import io.jenkins.plugins.itgc.testbed.controller.store.Folders;
import io.jenkins.plugins.itgc.testbed.controller.store.Items;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** A folder with a job for each branch and pull request of a GitHub repository. */
public final class MultibranchFolder implements TopLevelItem, ItemGroup<WorkflowJob> {
    private final String name;
    private final GitHubSCMSource source;
    private final Map<String, WorkflowJob> jobs = new ConcurrentSkipListMap<>();

    /** An empty folder; nothing is scanned yet. */
    public MultibranchFolder(String name, GitHubSCMSource source) {
        this.name = name;
        this.source = source;
    }

    /** The repository. */
    public GitHubSCMSource source() {
        return source;
    }

    /** Adds a job that is on disk, or a new one. */
    public WorkflowJob job(BranchDefinition definition) {
        WorkflowJob job = jobs.computeIfAbsent(definition.head().getName(), n -> new WorkflowJob(this, n));
        job.setDefinition(definition);
        return job;
    }

    /** Removes jobs whose head is gone. */
    public void keepOnly(Collection<String> heads) throws IOException {
        for (String gone : List.copyOf(jobs.keySet())) {
            if (!heads.contains(gone)) {
                WorkflowJob job = jobs.remove(gone);
                Folders.delete(job.getRootDir().toPath());
            }
        }
    }

    @Override
    public ItemGroup<? extends Item> getParent() {
        return Jenkins.get();
    }

    @Override
    public Collection<? extends Job<?, ?>> getAllJobs() {
        return new ArrayList<>(jobs.values());
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getFullName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getFullDisplayName() {
        return name;
    }

    @Override
    public String getUrl() {
        return getShortUrl();
    }

    @Override
    public String getShortUrl() {
        return "job/" + Util.rawEncode(name) + "/";
    }

    @Override
    public String getUrlChildPrefix() {
        return "job";
    }

    @Override
    public Collection<WorkflowJob> getItems() {
        return jobs.values().stream().filter(j -> j.hasPermission(Item.READ)).toList();
    }

    @Override
    public WorkflowJob getItem(String child) {
        WorkflowJob job = jobs.get(child);
        return job == null || !job.hasPermission(Item.READ) ? null : job;
    }

    @Override
    public File getRootDir() {
        return Jenkins.get().getRootDirFor(this);
    }

    @Override
    public File getRootDirFor(WorkflowJob child) {
        return new File(new File(getRootDir(), "branches"), Util.rawEncode(child.getName()));
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getACL();
    }

    @Override
    public void save() throws IOException {
        Items.save(this);
    }

    @Override
    public void delete() throws IOException {
        checkPermission(DELETE);
        Folders.delete(getRootDir().toPath());
    }
}
