package hudson;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Environment variables, by name without regard to case. */
public class EnvVars extends TreeMap<String, String> {
    private static final long serialVersionUID = 1L;

    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    public EnvVars(Map<String, String> initial) {
        this();
        putAll(initial);
    }

    @SuppressWarnings("CopyConstructorMissesField")
    public EnvVars(EnvVars initial) {
        this((Map<String, String>) initial);
    }

    /** Sets a variable; {@code PATH+X} puts the value in front of PATH, a null or empty value removes. */
    public void override(String key, String value) {
        if (value == null || value.isEmpty()) {
            remove(key);
            return;
        }
        int plus = key.indexOf('+');
        if (plus > 0) {
            prepend(key.substring(0, plus), value);
        } else {
            put(key, value);
        }
    }

    private void prepend(String name, String value) {
        String old = get(name);
        put(name, old == null ? value : value + java.io.File.pathSeparator + old);
    }

    /** Overrides every variable of the map. */
    public EnvVars overrideAll(Map<String, String> all) {
        all.forEach(this::override);
        return this;
    }

    /** Overrides every variable of the map, expanding references to others. */
    public EnvVars overrideExpandingAll(Map<String, String> all) {
        all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(e -> override(e.getKey(), expand(e.getValue())));
        return this;
    }

    /** The value, or the default if the variable is absent. */
    public String get(String key, String defaultValue) {
        String value = get(key);
        return value == null ? defaultValue : value;
    }

    /** Replaces references such as {@code ${NAME}}; unknown ones stay. */
    public String expand(String text) {
        return Util.replaceMacro(text, this);
    }
}
