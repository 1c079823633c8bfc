package io.jenkins.plugins.itgc.testbed.controller.store;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.TopLevelItem;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.MultibranchFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** The jobs and folders of the controller, in memory and below its home. */
public final class Items {
    private final Path jobs;
    private final Map<String, TopLevelItem> byName = new ConcurrentSkipListMap<>();

    /** Nothing is read before {@link #load()}. */
    public Items(Path home) {
        this.jobs = home.resolve("jobs");
    }

    /** Reads all jobs from disk. */
    public void load() throws IOException {
        File[] folders = jobs.toFile().listFiles(f -> new File(f, "config.xml").isFile());
        for (File folder : folders == null ? new File[0] : folders) {
            byName.put(folder.getName(), JobXml.read(Jenkins.get(), folder));
        }
    }

    /** Makes a job. */
    public Item create(Class<? extends TopLevelItem> type, String name) throws IOException {
        if (type != WorkflowJob.class) {
            throw new IllegalArgumentException("The testbed makes Pipeline jobs only, not " + type.getName());
        }
        if (byName.containsKey(name)) {
            throw new IllegalArgumentException("A job named " + name + " exists already");
        }
        WorkflowJob job = new WorkflowJob(Jenkins.get(), name);
        add(job);
        return job;
    }

    /** Adds an item and saves it. */
    public void add(TopLevelItem item) throws IOException {
        byName.put(item.getName(), item);
        item.save();
    }

    /** Forgets an item. */
    public void remove(String name) {
        byName.remove(name);
    }

    /** Writes the configuration of a job. */
    public void save(WorkflowJob job) throws IOException {
        JobXml.write(job);
    }

    /** Writes the configuration of a folder. */
    public static void save(MultibranchFolder folder) throws IOException {
        JobXml.write(folder);
    }

    /** The top-level items that the caller may read. */
    public List<TopLevelItem> readable() {
        return byName.values().stream().filter(i -> i.hasPermission(Item.READ)).toList();
    }

    /** The item of this name if the caller may read it, or null. */
    public TopLevelItem readable(String name) {
        TopLevelItem item = byName.get(name);
        return item == null || !item.hasPermission(Item.READ) ? null : item;
    }

    /** The item of this path if it is of the type and the caller may read it, or null. */
    public <T extends Item> T byFullName(String fullName, Class<T> type) {
        Item item = null;
        ItemGroup<?> group = Jenkins.get();
        for (String name : fullName.split("/", -1)) {
            item = group == null ? null : group.getItem(name);
            group = item instanceof ItemGroup<?> inner ? inner : null;
        }
        return type.isInstance(item) ? type.cast(item) : null;
    }

    /** All items of the type that the caller may read. */
    public <T extends Item> List<T> allReadable(Class<T> type) {
        return all().stream()
                .filter(type::isInstance)
                .filter(i -> i.hasPermission(Item.READ))
                .map(type::cast)
                .toList();
    }

    /** Every Pipeline job, whoever asks. */
    public List<WorkflowJob> allJobs() {
        return all().stream()
                .filter(WorkflowJob.class::isInstance)
                .map(WorkflowJob.class::cast)
                .toList();
    }

    private List<Item> all() {
        List<Item> all = new ArrayList<>();
        for (TopLevelItem item : byName.values()) {
            all.add(item);
            Collection<? extends Job<?, ?>> inner = item instanceof Job ? List.of() : item.getAllJobs();
            all.addAll(inner);
        }
        return all;
    }
}
