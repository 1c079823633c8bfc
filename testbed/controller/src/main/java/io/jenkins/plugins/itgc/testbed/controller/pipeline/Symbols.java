package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Descriptor;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.binding.SymbolCall;
import java.util.List;
import org.jenkinsci.Symbol;

/** Calls of symbols such as {@code string(...)}, which become objects where they are used. */
final class Symbols {
    private Symbols() {}

    /** The call as a value, or null if no type has this symbol. */
    static SymbolCall call(String name, StepArguments arguments) {
        boolean known =
                ControllerRuntime.current().extensions().descriptors().stream().anyMatch(d -> has(d, name));
        return known ? new SymbolCall(name, arguments.named(), arguments.sole()) : null;
    }

    private static boolean has(Descriptor<?> descriptor, String name) {
        Symbol symbol = descriptor.getClass().getAnnotation(Symbol.class);
        return symbol != null && List.of(symbol.value()).contains(name);
    }
}
