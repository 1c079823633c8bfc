package io.jenkins.plugins.itgc.testbed.controller.extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;

/** Writes the index of types with a symbol in the form that Jenkins' annotation indexer writes. */
public final class SymbolIndex {
    private static final String FILE = "META-INF/services/annotations/org.jenkinsci.Symbol";

    private SymbolIndex() {}

    /** Indexes the classes below the folder that the first argument names. */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        List<String> names = new ArrayList<>();
        for (String name : namesBelow(classes)) {
            if (hasSymbol(name)) {
                names.add(name);
            }
        }
        Path index = classes.resolve(FILE);
        Files.createDirectories(index.getParent());
        Files.write(index, names);
    }

    private static List<String> namesBelow(Path classes) throws IOException {
        try (Stream<Path> walk = Files.walk(classes)) {
            return walk.map(p -> classes.relativize(p).toString())
                    .filter(n -> n.endsWith(".class"))
                    .map(n -> n.substring(0, n.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasSymbol(String name) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Class.forName(name, false, loader).isAnnotationPresent(Symbol.class);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
