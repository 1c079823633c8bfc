package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.language.InterfaceTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** GitHub's official schema over the model. What the model does not have fails loudly when it is asked for. */
public final class GitHubSchema {
    private static final GraphQLSchema SCHEMA = build();

    private GitHubSchema() {}

    /** The one schema for all worlds, since reading it takes a moment. */
    public static GraphQLSchema get() {
        return SCHEMA;
    }

    private static GraphQLSchema build() {
        TypeDefinitionRegistry types = read();
        DoubledFields.removeFrom(types);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new NothingInvented());
        types.scalars().keySet().stream()
                .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
                .forEach(name -> wiring.scalar(Scalars.text(name)));
        abstractTypes(types).forEach(name -> wiring.type(name, type -> type.typeResolver(byNode())));
        CommonFields.addTo(wiring);
        RepositoryFields.addTo(wiring);
        PullRequestFields.addTo(wiring);
        ReviewFields.addTo(wiring);
        CommitFields.addTo(wiring);
        TimelineFields.addTo(wiring);
        return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    }

    private static TypeDefinitionRegistry read() {
        try (InputStream schema = GitHubSchema.class.getResourceAsStream("schema.graphql")) {
            if (schema == null) {
                throw new IllegalStateException(
                        "GitHub's schema is missing: run the Maven build, which fetches it from npm");
            }
            Reader reader = new InputStreamReader(schema, StandardCharsets.UTF_8);
            return new SchemaParser().parse(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> abstractTypes(TypeDefinitionRegistry types) {
        Stream<String> interfaces =
                types.getTypes(InterfaceTypeDefinition.class).stream().map(InterfaceTypeDefinition::getName);
        Stream<String> unions =
                types.getTypes(UnionTypeDefinition.class).stream().map(UnionTypeDefinition::getName);
        return Stream.concat(interfaces, unions).toList();
    }

    private static TypeResolver byNode() {
        return env -> env.getSchema().getObjectType(Nodes.typeOf(env.getObject()));
    }

    /** Gives fields that nobody wrote a fetcher for one that says so. */
    private static final class NothingInvented implements WiringFactory {
        @Override
        public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment field) {
            String name = field.getParentType().getName() + "."
                    + field.getFieldDefinition().getName();
            return env -> {
                throw new GraphQlProblem("NOT_MODELLED", "The sandbox does not model " + name + ".");
            };
        }
    }
}
