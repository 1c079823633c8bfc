package io.jenkins.plugins.itgc.review.policy;

import io.jenkins.plugins.itgc.gate.Message;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A pattern for paths in a repository, in the syntax of {@link java.nio.file.FileSystem#getPathMatcher}. */
record Glob(PathMatcher matcher) {
    /** @throws InvalidPolicy when the pattern is malformed */
    static Glob compile(String pattern) {
        try {
            return matching(pattern);
        } catch (PatternSyntaxException e) {
            throw new InvalidPolicy("migrationFiles", mistake(pattern, e), e);
        }
    }

    /** What is wrong with a pattern; null when nothing is. */
    static @Nullable Message mistakeIn(String pattern) {
        try {
            matching(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return mistake(pattern, e);
        }
    }

    private static Glob matching(String pattern) {
        return new Glob(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
    }

    private static Message mistake(String pattern, PatternSyntaxException e) {
        return Message.of("review.policy.no-glob", pattern, e.getDescription());
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
