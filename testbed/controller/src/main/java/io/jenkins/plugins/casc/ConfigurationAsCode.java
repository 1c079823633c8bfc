package io.jenkins.plugins.casc;

import hudson.Extension;
import io.jenkins.plugins.itgc.testbed.controller.casc.Configuration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;

/** Applies configuration files. */
@Extension
public class ConfigurationAsCode {
    public ConfigurationAsCode() {}

    public static ConfigurationAsCode get() {
        return Jenkins.get().getExtensionList(ConfigurationAsCode.class).get(0);
    }

    /** Applies files, given as paths or file URLs. */
    public void configure(String... configs) throws ConfiguratorException {
        List<Path> paths = Arrays.stream(configs)
                .map(c -> c.startsWith("file:") ? Path.of(URI.create(c)) : Path.of(c))
                .toList();
        try {
            Configuration.load(paths);
        } catch (java.io.IOException e) {
            throw new ConfiguratorException(e.getMessage(), e);
        }
    }
}
