package io.jenkins.plugins.itgc.testbed.controller.security;

import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** A text that is the same in all languages. */
public final class Text extends Localizable {
    private static final long serialVersionUID = 1L;

    private final String text;

    private Text(String text) {
        super(ResourceBundleHolder.get(Text.class), text);
        this.text = text;
    }

    /** Wraps a text where a localised one is asked for. */
    public static Localizable of(String text) {
        return new Text(text);
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public String toString(java.util.Locale locale) {
        return text;
    }
}
