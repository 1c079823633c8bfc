package io.jenkins.plugins.itgc.testbed.controller.extension;

import hudson.init.Terminator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;

/** Which classes bear an annotation, in the form that Jenkins' annotation indexer writes and reads. */
public final class AnnotationIndex {
    private static final String FOLDER = "META-INF/services/annotations/";

    private AnnotationIndex() {}

    /** Indexes the classes below the folder that the first argument names. */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        for (Class<? extends Annotation> annotation : List.of(Symbol.class, Terminator.class)) {
            List<String> bearing = namesBelow(classes).stream()
                    .filter(name -> bears(name, annotation))
                    .toList();
            Path index = classes.resolve(FOLDER + annotation.getName());
            Files.createDirectories(index.getParent());
            Files.write(index, bearing);
        }
    }

    /** The names of the classes on the class path that bear it, or of which a method does. */
    static Set<String> of(Class<? extends Annotation> annotation, ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (URL index : Collections.list(loader.getResources(FOLDER + annotation.getName()))) {
                try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
                    in.lines().forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
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

    private static boolean bears(String name, Class<? extends Annotation> annotation) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> type = Class.forName(name, false, loader);
            return Stream.<AnnotatedElement>concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                    .anyMatch(element -> element.isAnnotationPresent(annotation));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
