package io.jenkins.plugins.itgc.testbed.controller.binding;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of a symbol whose type is known only where the value is used. */
public final class SymbolCall implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String symbol;
    private final LinkedHashMap<String, Object> named;
    private final Object sole;

    /** A call with named arguments or a sole one. */
    public SymbolCall(String symbol, Map<String, Object> named, Object sole) {
        this.symbol = symbol;
        this.named = new LinkedHashMap<>(named);
        this.sole = sole;
    }

    /** The symbol's name. */
    public String symbol() {
        return symbol;
    }

    /** The arguments by name, for a type. */
    public Map<String, Object> argumentsFor(Class<?> type) {
        return sole == null ? named : Map.of(BoundType.of(type).soleParameter(), sole);
    }
}
