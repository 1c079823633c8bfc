package io.jenkins.plugins.itgc.testbed.controller.extension;

import java.util.List;

/**
 * The test for which extensions of tests are used.
 *
 * @param testClass the test's class, or null outside of tests
 * @param method the test's method, or null if all extensions of the class count
 */
public record TestScope(Class<?> testClass, String method) {
    /** No test runs. */
    public static final TestScope NONE = new TestScope(null, null);

    boolean covers(Class<?> extension, String... methods) {
        if (testClass == null || !encloses(extension)) {
            return false;
        }
        return methods.length == 0 || method == null || List.of(methods).contains(method);
    }

    private boolean encloses(Class<?> extension) {
        for (Class<?> c = extension.getEnclosingClass(); c != null; c = c.getEnclosingClass()) {
            if (c.equals(testClass)) {
                return true;
            }
        }
        return false;
    }
}
