package io.jenkins.plugins.itgc.testbed.controller.extension;

import hudson.init.Terminator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;

/** What plugins want done when the controller stops. */
public final class Terminators {
    private static final Logger LOG = Logger.getLogger(Terminators.class.getName());

    private Terminators() {}

    /** Calls all of them, whatever one of them throws. All builds have been suspended. */
    public static void run() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (String name : AnnotationIndex.of(Terminator.class, loader)) {
            try {
                for (Method method : Class.forName(name, true, loader).getDeclaredMethods()) {
                    if (method.isAnnotationPresent(Terminator.class)) {
                        call(method);
                    }
                }
            } catch (ReflectiveOperationException e) {
                LOG.log(Level.SEVERE, "A terminator of " + name + " failed", e);
            }
        }
    }

    private static void call(Method method) throws InvocationTargetException, IllegalAccessException {
        List<String> requires = List.of(method.getAnnotation(Terminator.class).requires());
        if (!List.of(FlowExecutionList.EXECUTIONS_SUSPENDED).containsAll(requires)) {
            throw new IllegalStateException(method + " requires what never happens here: " + requires);
        }
        method.setAccessible(true);
        method.invoke(null);
    }
}
