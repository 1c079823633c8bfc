package hudson;

import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;

/** All known implementations of an extension point, the most important one first. */
public class ExtensionList<T> extends AbstractList<T> {
    /** The controller that the list belongs to. */
    public final Jenkins jenkins;

    /** The type that all elements have. */
    public final Class<T> extensionType;

    private final CopyOnWriteArrayList<T> elements = new CopyOnWriteArrayList<>();

    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {
        this.jenkins = jenkins;
        this.extensionType = extensionType;
        elements.addAll(load());
    }

    /** Builds a list for one type. */
    public static <T> ExtensionList<T> create(Jenkins jenkins, Class<T> type) {
        return new ExtensionList<>(jenkins, type);
    }

    /** The list of the running controller. */
    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return Jenkins.get().getExtensionList(type);
    }

    /** The only implementation of a type; more or fewer is an IllegalStateException. */
    public static <U> U lookupSingleton(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.size() != 1) {
            throw new IllegalStateException("Expected 1 instance of " + type.getName() + " but got " + all.size());
        }
        return all.get(0);
    }

    /** The first implementation of a type. */
    public static <U> U lookupFirst(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.isEmpty()) {
            throw new IllegalStateException("Found no instance of " + type.getName());
        }
        return all.get(0);
    }

    /** The element of exactly this class, or null. */
    public <U extends T> U get(Class<U> type) {
        return stream()
                .filter(e -> e.getClass() == type)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Like {@link #get(Class)}, but its absence is an IllegalStateException. */
    public <U extends T> U getInstance(Class<U> type) throws IllegalStateException {
        U found = get(type);
        if (found == null) {
            throw new IllegalStateException("No instance of " + type.getName() + " is registered");
        }
        return found;
    }

    protected List<T> load() {
        return ControllerRuntime.current().extensions().instancesOf(extensionType);
    }

    @Override
    public T get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public void add(int index, T element) {
        elements.add(index, element);
    }

    @Override
    public final T remove(int index) {
        return elements.remove(index);
    }

    @Override
    public boolean remove(Object element) {
        return elements.remove(element);
    }
}
