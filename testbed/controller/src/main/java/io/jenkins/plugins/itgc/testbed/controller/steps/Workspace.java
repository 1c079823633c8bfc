package io.jenkins.plugins.itgc.testbed.controller.steps;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * The folder that a step works in.
 *
 * @param path the folder
 */
record Workspace(String path) implements Serializable {
    Path resolve(String relative) {
        return Path.of(path).resolve(relative).normalize();
    }
}
