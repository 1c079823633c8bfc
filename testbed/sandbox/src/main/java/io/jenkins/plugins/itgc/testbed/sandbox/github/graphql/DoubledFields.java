package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GitHub's published schema lists some fields of a type twice, which is not valid; the first of them stays. */
final class DoubledFields {
    private DoubledFields() {}

    static void removeFrom(TypeDefinitionRegistry types) {
        for (ObjectTypeDefinition type : types.getTypes(ObjectTypeDefinition.class)) {
            List<FieldDefinition> once = once(type.getFieldDefinitions());
            if (once.size() < type.getFieldDefinitions().size()) {
                types.remove(type);
                types.add(type.transform(builder -> builder.fieldDefinitions(once)));
            }
        }
    }

    private static List<FieldDefinition> once(List<FieldDefinition> fields) {
        Map<String, FieldDefinition> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.putIfAbsent(field.getName(), field));
        return List.copyOf(byName.values());
    }
}
