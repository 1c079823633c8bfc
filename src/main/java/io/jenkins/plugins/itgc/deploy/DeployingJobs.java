package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The jobs whose builds may deploy to an environment.
 *
 * @param patterns globs of full names, in the syntax of {@link java.nio.file.FileSystem#getPathMatcher}; empty when any job
 *     may
 */
public record DeployingJobs(List<String> patterns) {
    /** Any job. */
    public static final DeployingJobs ANY = new DeployingJobs(List.of());

    /** @throws IllegalArgumentException when a pattern is malformed; the message names it */
    public DeployingJobs {
        patterns = List.copyOf(patterns);
        patterns.forEach(DeployingJobs::compiled);
    }

    private static PathMatcher compiled(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new InvalidValue(Message.of("deploy.jobs.no-glob", pattern, e.getDescription()), e);
        }
    }

    /** Whether a job may deploy. A name that the file system cannot express matches nothing: unknown blocks. */
    public boolean admit(String job) {
        if (patterns.isEmpty()) {
            return true;
        }
        try {
            Path name = Path.of(job);
            return patterns.stream().anyMatch(pattern -> compiled(pattern).matches(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
