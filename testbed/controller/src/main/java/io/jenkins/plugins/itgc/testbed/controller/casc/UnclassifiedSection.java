package io.jenkins.plugins.itgc.testbed.controller.casc;

import io.jenkins.plugins.itgc.testbed.controller.binding.Binder;
import io.jenkins.plugins.itgc.testbed.controller.binding.BindingFailure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.Symbol;

/** The sections that hold global configurations by their symbol. */
final class UnclassifiedSection {
    private final Source source;
    private final String path;

    UnclassifiedSection(Source source, String path) {
        this.source = source;
        this.path = path;
    }

    void apply(Map<String, Object> section) throws IOException {
        Map<String, GlobalConfiguration> known = bySymbol();
        source.checkKeys(section, path, known.keySet());
        for (String symbol : section.keySet()) {
            apply(known.get(symbol), Configuration.map(source, section, path, symbol), path + "." + symbol);
        }
    }

    private void apply(GlobalConfiguration target, Map<String, Object> values, String at) throws IOException {
        try (HeldSaves change = new HeldSaves(target)) {
            Binder.configure(target, values, at);
            change.commit();
        } catch (BindingFailure e) {
            throw source.failure(e);
        }
    }

    private static Map<String, GlobalConfiguration> bySymbol() {
        Map<String, GlobalConfiguration> known = new TreeMap<>();
        for (GlobalConfiguration configuration : GlobalConfiguration.all()) {
            Symbol symbol = configuration.getClass().getAnnotation(Symbol.class);
            List<String> names = symbol == null ? List.of(defaultName(configuration)) : List.of(symbol.value());
            names.forEach(n -> known.put(n, configuration));
        }
        return known;
    }

    private static String defaultName(GlobalConfiguration configuration) {
        String name = configuration.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
