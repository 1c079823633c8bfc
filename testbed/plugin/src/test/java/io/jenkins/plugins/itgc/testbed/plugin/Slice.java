package io.jenkins.plugins.itgc.testbed.plugin;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import jenkins.model.Jenkins;

/** The types by which the controller stands in for Jenkins. */
final class Slice {
    private static final String OWN = "io.jenkins.plugins.itgc.";

    private Slice() {}

    /** All types that plugins or tests can see. */
    static List<Class<?>> types() {
        return new ClassFileImporter()
                .importUrl(Jenkins.class.getProtectionDomain().getCodeSource().getLocation()).stream()
                        .filter(c -> !c.getName().startsWith(OWN))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(Members::isVisible)
                        .toList();
    }

    /** Whether a type is a tool of tests. */
    static boolean isForTests(Class<?> type) {
        return type.getName().startsWith("org.jvnet.hudson.test.")
                || type.getName().startsWith("io.jenkins.plugins.casc.");
    }
}
