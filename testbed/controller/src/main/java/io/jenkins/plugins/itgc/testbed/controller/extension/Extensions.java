package io.jenkins.plugins.itgc.testbed.controller.extension;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jvnet.hudson.test.TestExtension;

/** All extensions on the class path, found by the same index that Jenkins reads. */
public final class Extensions {
    private static final Logger LOG = Logger.getLogger(Extensions.class.getName());

    private record Found(Class<?> type, double ordinal) {}

    private final List<Found> found = new ArrayList<>();
    private final Map<Class<?>, Object> instances = new ConcurrentHashMap<>();
    private final Map<Class<?>, ExtensionList<?>> lists = new ConcurrentHashMap<>();

    /** Reads the indexes, but makes no instance yet. */
    public Extensions(TestScope scope) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
            add(item, item.annotation().ordinal());
        }
        for (IndexItem<TestExtension, Object> item : Index.load(TestExtension.class, Object.class, loader)) {
            addOfTest(item, scope);
        }
        found.sort(Comparator.comparingDouble(Found::ordinal).reversed().thenComparing(f -> f.type()
                .getName()));
    }

    private void add(IndexItem<?, Object> item, double ordinal) {
        try {
            if (item.element() instanceof Class<?> type) {
                found.add(new Found(type, ordinal));
            }
        } catch (InstantiationException | LinkageError e) {
            LOG.log(Level.WARNING, "Skipped the extension " + item.className(), e);
        }
    }

    private void addOfTest(IndexItem<TestExtension, Object> item, TestScope scope) {
        try {
            if (item.element() instanceof Class<?> type
                    && scope.covers(type, item.annotation().value())) {
                found.add(new Found(type, 0));
            }
        } catch (InstantiationException | LinkageError e) {
            LOG.log(Level.WARNING, "Skipped the test extension " + item.className(), e);
        }
    }

    /** The shared list of a type. */
    @SuppressWarnings("unchecked")
    public <T> ExtensionList<T> list(Class<T> type) {
        ExtensionList<?> existing = lists.get(type);
        if (existing == null) {
            ExtensionList<T> created = ExtensionList.create(Jenkins.get(), type);
            existing = lists.putIfAbsent(type, created);
            return existing == null ? created : (ExtensionList<T>) existing;
        }
        return (ExtensionList<T>) existing;
    }

    /** The instances of a type, the most important one first. */
    public <T> List<T> instancesOf(Class<T> type) {
        List<T> result = new ArrayList<>();
        for (Found candidate : List.copyOf(found)) {
            if (type.isAssignableFrom(candidate.type())) {
                result.add(type.cast(instance(candidate.type())));
            }
        }
        return result;
    }

    private synchronized Object instance(Class<?> type) {
        Object existing = instances.get(type);
        if (existing == null) {
            existing = create(type);
            instances.put(type, existing);
        }
        return existing;
    }

    private static Object create(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The extension " + type.getName() + " failed to start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The extension " + type.getName() + " needs a constructor without parameters", e);
        }
    }

    /** The descriptor of exactly this type, or null. */
    public Descriptor<?> descriptorOf(Class<?> type) {
        return descriptors().stream().filter(d -> d.clazz == type).findFirst().orElse(null);
    }

    /** The descriptor of this id, or null. */
    public Descriptor<?> descriptorById(String id) {
        return descriptors().stream()
                .filter(d -> d.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** All descriptors. */
    @SuppressWarnings("unchecked")
    public List<Descriptor<?>> descriptors() {
        return (List<Descriptor<?>>) (List<?>) list(Descriptor.class);
    }
}
