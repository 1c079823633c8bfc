package io.jenkins.plugins.itgc.review.policy;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** A pattern for paths in a repository, in the syntax of {@link java.nio.file.FileSystem#getPathMatcher}. */
record Glob(PathMatcher matcher) {
    /** @throws InvalidPolicy when the pattern is malformed */
    static Glob compile(String pattern) {
        try {
            return new Glob(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
        } catch (PatternSyntaxException e) {
            throw new InvalidPolicy(
                    "migrationFiles", "\"" + pattern + "\" is not a glob: " + e.getDescription(), e);
        }
    }

    /** A path that the file system cannot even express counts as matching: unknown blocks. */
    boolean matches(String path) {
        try {
            return matcher.matches(Path.of(path));
        } catch (InvalidPathException e) {
            return true;
        }
    }
}
