package io.jenkins.plugins.itgc.testbed.controller;

import java.io.File;
import java.lang.reflect.Constructor;
import jenkins.model.Jenkins;

/** Makes the root object, whose constructor is none that plugins could call. */
final class RootObject {
    private RootObject() {}

    static Jenkins in(File root) {
        try {
            Constructor<Jenkins> constructor = Jenkins.class.getDeclaredConstructor(File.class);
            constructor.setAccessible(true);
            return constructor.newInstance(root);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
