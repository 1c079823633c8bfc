package io.jenkins.plugins.itgc.testbed.controller.store;

import com.thoughtworks.xstream.converters.basic.AbstractSingleValueConverter;
import hudson.util.Secret;

/** Keeps secrets encrypted in XML. */
final class SecretConverter extends AbstractSingleValueConverter {
    @Override
    @SuppressWarnings("rawtypes")
    public boolean canConvert(Class type) {
        return type == Secret.class;
    }

    @Override
    public String toString(Object value) {
        return ((Secret) value).getEncryptedValue();
    }

    @Override
    public Object fromString(String text) {
        return Secret.fromString(text);
    }
}
