package io.jenkins.plugins.itgc.testbed.controller;

import io.jenkins.plugins.itgc.testbed.controller.extension.TestScope;
import java.nio.file.Path;
import java.util.List;

/**
 * How a controller is started.
 *
 * @param home where it keeps everything
 * @param port the port on this machine; 0 takes any
 * @param prefix the path in front of all pages, such as {@code /jenkins}, or empty
 * @param configuration configuration files or folders, applied in order before jobs are read
 * @param scope the test whose extensions count
 */
public record ControllerOptions(Path home, int port, String prefix, List<Path> configuration, TestScope scope) {
    /** A controller on any port without prefix and configuration. */
    public static ControllerOptions in(Path home) {
        return new ControllerOptions(home, 0, "", List.of(), TestScope.NONE);
    }

    /** The same on this port. */
    public ControllerOptions onPort(int number) {
        return new ControllerOptions(home, number, prefix, configuration, scope);
    }

    /** The same below this path. */
    public ControllerOptions below(String path) {
        return new ControllerOptions(home, port, path, configuration, scope);
    }

    /** The same with these configuration files or folders. */
    public ControllerOptions configuredBy(List<Path> files) {
        return new ControllerOptions(home, port, prefix, List.copyOf(files), scope);
    }

    /** The same for a test. */
    public ControllerOptions during(TestScope test) {
        return new ControllerOptions(home, port, prefix, configuration, test);
    }
}
