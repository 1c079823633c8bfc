package io.jenkins.plugins.itgc.testbed.sandbox.git;

/** One entry of a tree: mode as six octal digits, type blob, tree or commit; size in bytes, or -1 for other than blobs. */
public record TreeEntry(String path, String mode, String type, String sha, long size) {
    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
