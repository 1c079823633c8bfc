package io.jenkins.plugins.itgc.testbed.scenarios.official;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.validation.Validator;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.GitHubSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of the plugin is one by GitHub's official schema. */
class QueriesTest {
    private static final Path QUERIES = Path.of("../../src/main/resources/io/jenkins/plugins/itgc/connect/github");

    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.(\\w+)");

    static Stream<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(QUERIES)) {
            return files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isValid(Path query) throws IOException {
        assertThat(new Validator().validateDocument(GitHubSchema.get(), parsed(query), Locale.ENGLISH))
                .isEmpty();
    }

    /** The sandbox, and whoever reads GitHub's audit log, tell queries by their names. */
    @ParameterizedTest
    @MethodSource("queries")
    void isOneNamedQuery(Path query) throws IOException {
        assertThat(parsed(query).getDefinitionsOfType(OperationDefinition.class))
                .singleElement()
                .matches(operation -> operation.getName() != null)
                .matches(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void usesAllOfItsFragments(Path query) throws IOException {
        Document document = parsed(query);
        Set<String> used = SPREAD.matcher(Files.readString(query))
                .results()
                .map(spread -> spread.group(1))
                .collect(Collectors.toSet());
        assertThat(document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .map(FragmentDefinition::getName)
                        .collect(Collectors.toSet()))
                .isEqualTo(used);
    }

    @Test
    void aQueryThatIsNotValidIsNoticed() {
        Document wrong = new Parser().parseDocument("query Q { viewer { shoeSize } }");
        assertThat(new Validator().validateDocument(GitHubSchema.get(), wrong, Locale.ENGLISH))
                .isNotEmpty();
    }

    private static Document parsed(Path query) throws IOException {
        return new Parser().parseDocument(Files.readString(query));
    }
}
