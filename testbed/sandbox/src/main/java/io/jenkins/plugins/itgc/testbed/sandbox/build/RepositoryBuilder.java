package io.jenkins.plugins.itgc.testbed.sandbox.build;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.git.CommitWriter;
import io.jenkins.plugins.itgc.testbed.sandbox.git.GitStore;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Permission;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.DeploymentYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.RepositoryYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One repository with everything in it. */
final class RepositoryBuilder {
    private final World world;
    private final Path base;
    private final String name;
    private final RepositoryYaml yaml;

    RepositoryBuilder(World world, Path base, String name, RepositoryYaml yaml) {
        this.world = world;
        this.base = base;
        this.name = name;
        this.yaml = yaml;
        if (yaml == null || !name.matches("[\\w.-]+/[\\w.-]+")) {
            throw new WorldFormatException(path(), "a repository is written as owner/name, with its content below");
        }
    }

    void build() {
        Repository repository = created();
        world.add(repository);
        String previous = null;
        CommitWriter writer =
                new CommitWriter(repository.store(), world.accounts(), world.times(), repository.pushers());
        for (int i = 0; i < yaml.commits().size(); i++) {
            previous = writer.write(yaml.commits().get(i), previous, path("commits", i));
        }
        branches(repository, previous);
        for (int i = 0; i < yaml.pullRequests().size(); i++) {
            new PullRequestBuilder(world, repository, yaml.pullRequests().get(i), path("pullRequests", i)).build();
        }
        new ActivityBuilder(world, repository, yaml.activity(), path("activity")).build();
        deployments(repository);
        yaml.labelChanges().forEach(repository::labelChanged);
    }

    private Repository created() {
        String defaultBranch = yaml.defaultBranch() == null ? "master" : yaml.defaultBranch();
        List<String> protectedBranches =
                yaml.protectedBranches() == null ? List.of(defaultBranch) : yaml.protectedBranches();
        Repository parent = yaml.forkOf() == null ? null : parent();
        return new Repository(
                world.ids().next(),
                name,
                parent,
                parent == null ? store() : parent.store(),
                defaultBranch,
                Set.copyOf(protectedBranches),
                access());
    }

    private Repository parent() {
        return world.findRepository(yaml.forkOf())
                .orElseThrow(() -> new WorldFormatException(
                        path("forkOf"), "there is no repository '" + yaml.forkOf() + "' above this one"));
    }

    private GitStore store() {
        if (yaml.git() == null) {
            return GitStore.inMemory(name);
        }
        if (!yaml.commits().isEmpty()) {
            throw new WorldFormatException(path("git"), "git and commits exclude each other");
        }
        try {
            return GitStore.onDisk(base.resolve(yaml.git()));
        } catch (IOException e) {
            throw new WorldFormatException(path("git"), "there is no git repository: " + e.getMessage());
        }
    }

    private Repository.Access access() {
        if (yaml.permissions() == null) {
            return new Repository.Access(null, yaml.visibleTo());
        }
        Map<String, Permission> permissions = new LinkedHashMap<>();
        yaml.permissions()
                .forEach((login, role) -> permissions.put(
                        world.accounts()
                                .login(login, path("permissions", login))
                                .login(),
                        role));
        return new Repository.Access(permissions, yaml.visibleTo());
    }

    private void branches(Repository repository, String lastCommit) {
        if (yaml.git() != null) {
            repository.branches().putAll(repository.store().branchesOnDisk());
        }
        yaml.branches()
                .forEach((branch, commit) -> repository.branches().put(branch, resolved(repository, branch, commit)));
        if (repository.branches().isEmpty() && lastCommit != null) {
            repository.branches().put(repository.defaultBranch(), lastCommit);
        }
        boolean hasDefault = repository.branches().containsKey(repository.defaultBranch());
        if (!hasDefault && repository.parent().isEmpty()) {
            throw new WorldFormatException(
                    path("branches"), "the default branch '" + repository.defaultBranch() + "' has no commit");
        }
    }

    private String resolved(Repository repository, String branch, String commit) {
        return repository
                .store()
                .resolve(commit)
                .orElseThrow(() ->
                        new WorldFormatException(path("branches", branch), "there is no commit '" + commit + "'"));
    }

    private void deployments(Repository repository) {
        for (int i = 0; i < yaml.deployments().size(); i++) {
            repository
                    .checks()
                    .deployments()
                    .add(deployment(repository, yaml.deployments().get(i), path("deployments", i)));
        }
    }

    private CommitChecks.Deployment deployment(Repository repository, DeploymentYaml written, List<Object> path) {
        Account creator = world.accounts().login(written.creator(), path);
        String sha = repository
                .commitAt(written.commit())
                .orElseThrow(() -> new WorldFormatException(path, "there is no commit '" + written.commit() + "'"));
        CommitChecks.Deployment deployment = new CommitChecks.Deployment(
                world.ids().next(),
                sha,
                written.commit(),
                "deploy",
                written.environment(),
                null,
                JsonNodeFactory.instance.objectNode(),
                creator,
                world.times().or(written.at()),
                new ArrayList<>());
        written.statuses().forEach(status -> deployment
                .statuses()
                .add(new CommitChecks.DeploymentStatus(
                        world.ids().next(),
                        status.state(),
                        status.description() == null ? "" : status.description(),
                        "",
                        "",
                        creator,
                        world.times().or(status.at()))));
        return deployment;
    }

    private List<Object> path(Object... further) {
        List<Object> path = new ArrayList<>(List.of("repositories", name));
        path.addAll(List.of(further));
        return path;
    }
}
