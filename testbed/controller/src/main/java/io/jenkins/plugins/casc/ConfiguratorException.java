package io.jenkins.plugins.casc;

/** A configuration file cannot be used. */
public class ConfiguratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfiguratorException(String message, Throwable cause) {
        super(message, cause);
    }
}
