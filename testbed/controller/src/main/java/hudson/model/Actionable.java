package hudson.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that actions are attached to. */
public abstract class Actionable implements ModelObject {
    private transient CopyOnWriteArrayList<Action> attached;

    protected Actionable() {}

    private synchronized CopyOnWriteArrayList<Action> attached() {
        if (attached == null) {
            attached = new CopyOnWriteArrayList<>();
        }
        return attached;
    }

    public final List<? extends Action> getAllActions() {
        return Collections.unmodifiableList(attached());
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        return attached().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The first action of the type, or null. */
    public <T extends Action> T getAction(Class<T> type) {
        return attached().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public void addAction(Action action) {
        attached().add(Objects.requireNonNull(action, "action"));
    }

    /** Adds the action and removes others of its class. */
    public void replaceAction(Action action) {
        addOrReplaceAction(action);
    }

    public boolean addOrReplaceAction(Action action) {
        Collection<Action> old = attached().stream()
                .filter(a -> a.getClass() == action.getClass())
                .toList();
        attached().add(action);
        return attached().removeAll(old) || old.isEmpty();
    }

    public boolean removeAction(Action action) {
        return attached().remove(action);
    }
}
