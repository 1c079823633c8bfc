package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** GitHub's own scalars: all are texts on the wire. */
final class Scalars {
    private Scalars() {}

    static GraphQLScalarType text(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Text()).build();
    }

    private static final class Text implements Coercing<String, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            return input.toString();
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                return text.getValue();
            }
            if (input instanceof IntValue number) {
                return number.getValue().toString();
            }
            throw new CoercingParseLiteralException("expected a string");
        }
    }
}
