package io.jenkins.plugins.casc;

import java.io.IOException;

/** A configuration file cannot be used. */
public class ConfiguratorException extends IOException {
    private static final long serialVersionUID = 1L;

    public ConfiguratorException(String message, Throwable cause) {
        super(message, cause);
    }
}
