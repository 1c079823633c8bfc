package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Says how the fields of one GraphQL type follow from the object that stands for it. What is not said is an error. */
final class TypeFields<T> {
    private final Class<T> source;
    private final TypeRuntimeWiring.Builder wiring;

    private TypeFields(String type, Class<T> source) {
        this.source = source;
        this.wiring = TypeRuntimeWiring.newTypeWiring(type);
    }

    static <T> TypeFields<T> of(String type, Class<T> source) {
        return new TypeFields<>(type, source);
    }

    TypeFields<T> field(String name, Function<T, Object> value) {
        return field(name, (object, env) -> value.apply(object));
    }

    TypeFields<T> field(String name, BiFunction<T, DataFetchingEnvironment, Object> value) {
        wiring.dataFetcher(name, env -> value.apply(source.cast(env.getSource()), env));
        return this;
    }

    void addTo(RuntimeWiring.Builder all) {
        all.type(wiring);
    }
}
