package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.WorldYaml;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on worlds tells the truth, and all of it. */
class WorldsDocumentTest {
    private static final Pattern WORLD = Pattern.compile("<!-- world -->\\s*```yaml\\n(.*?)```", Pattern.DOTALL);

    static Stream<String> worlds() throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = WORLD.matcher(page());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everyWorldOnThePageIsOne(String yaml) {
        assertThatCode(() -> World.parse(yaml, Path.of(".")).close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyWorldThatComesWithTheSandboxIsOne(Path file) {
        assertThatCode(() -> World.load(file).close()).doesNotThrowAnyException();
    }

    static Stream<Path> resources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/worlds"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void everyKeyIsDocumented() throws IOException {
        String page = page();
        Set<Class<?>> records = new LinkedHashSet<>();
        collect(WorldYaml.class, records);
        for (Class<?> type : records) {
            for (RecordComponent key : type.getRecordComponents()) {
                assertThat(page).as(type.getSimpleName()).containsPattern("[`{,] ?" + key.getName() + "[`,}:]");
            }
        }
    }

    @Test
    void everyOperationIsDocumentedWithItsParameters() throws IOException {
        String page = page();
        for (String name : Operations.names()) {
            String row = page.lines()
                    .filter(line -> line.startsWith("|") && line.contains("`" + name + "`"))
                    .findFirst()
                    .orElse("");
            assertThat(row).as(name).isNotEmpty();
            for (RecordComponent parameter : Operations.type(name).getRecordComponents()) {
                assertThat(row).contains("`" + parameter.getName() + "`");
            }
        }
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, records);
            }
        } else if (type instanceof Class<?> found && found.isRecord() && records.add(found)) {
            for (RecordComponent component : found.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/worlds.md"));
    }
}
