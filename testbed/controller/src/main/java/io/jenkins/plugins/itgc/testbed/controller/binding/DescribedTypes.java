package io.jenkins.plugins.itgc.testbed.controller.binding;

import hudson.model.Describable;
import hudson.model.Descriptor;

/** Which type a descriptor describes when it does not say so. */
public final class DescribedTypes {
    private DescribedTypes() {}

    /** The descriptor's own class. */
    @SuppressWarnings("unchecked")
    public static <T extends Describable<T>> Class<? extends T> itself(Descriptor<T> descriptor) {
        return (Class<? extends T>) (Class<?>) descriptor.getClass();
    }

    /** The class around the descriptor's class. */
    @SuppressWarnings("unchecked")
    public static <T> Class<? extends T> enclosing(Class<?> descriptor) {
        Class<?> outer = descriptor.getEnclosingClass();
        if (outer == null || !Describable.class.isAssignableFrom(outer)) {
            throw new AssertionError(descriptor + " is not nested in a describable class");
        }
        return (Class<? extends T>) outer;
    }
}
