package io.jenkins.plugins.itgc.migration;

import org.jspecify.annotations.Nullable;

/**
 * A migration file that the change adds, edits or takes away.
 *
 * @param path where it is; where it was, for one that is gone
 * @param kind what happened to it
 * @param previousPath where the same content was before; null unless renamed
 * @param blob object name of its content; null for one that is gone
 */
public record ChangedFile(
        String path,
        Kind kind,
        @Nullable String previousPath,
        @Nullable String blob) {
    /** What happened to a file. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** Its content is another one. */
        EDITED,
        /** The same content at another path. */
        RENAMED,
        /** It is gone. */
        REMOVED
    }

    /** Its name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
