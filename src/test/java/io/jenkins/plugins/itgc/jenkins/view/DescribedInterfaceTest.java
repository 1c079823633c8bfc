package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** The JSON interface is as {@code docs/openapi.yaml} describes it: addresses, names, types, nullability. */
class DescribedInterfaceTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.itgc");

    /** By name, since most of them are nobody's business outside their package. */
    private static final Map<String, String> ANSWERS = Map.of(
            "Now", "NowPage$Answer",
            "Options", "DashboardApi$Options",
            "DeploysPage", "DashboardApi$Page",
            "DeployDetail", "DeployPage$Answer",
            "Metrics", "DashboardApi$MetricsAnswer",
            "Calendar", "DashboardApi$CalendarAnswer",
            "Audit", "DashboardApi$AuditAnswer",
            "ReplayPage", "ReplayPage",
            "SharedDeploy", "SharedDeploy$Story",
            "ShareLink", "ShareLinks$Link");

    private static final Map<Class<?>, String> PLAIN = Map.of(
            String.class, "string",
            Instant.class, "string date-time",
            LocalDate.class, "string date",
            int.class, "integer int64",
            Integer.class, "integer int64",
            long.class, "integer int64",
            Long.class, "integer int64",
            boolean.class, "boolean");

    private final Set<String> seen = new HashSet<>(Set.of("Message"));

    private static Class<?> named(String name) {
        return CLASSES.stream()
                .filter(found -> found.getName().endsWith("." + name))
                .map(com.tngtech.archunit.core.domain.JavaClass::reflect)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no class " + name));
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.properties().stream().map(Map.Entry::getKey).toList());
    }

    @Test
    void describesExactlyWhatTheRecordsHold() {
        ANSWERS.forEach((schema, type) -> compare(schema, schema, named(type)));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        names(DescribedInterface.description().at("/components/schemas")));
    }

    private void compare(String where, String name, Class<?> type) {
        JsonNode schema = DescribedInterface.schema(name);
        if (!seen.add(name) || !type.isRecord()) {
            return;
        }
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(property -> required.add(property.asText()));
        RecordComponent[] components = type.getRecordComponents();
        assertThat(names(schema.path("properties")))
                .as(where)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        assertThat(required)
                .as(where)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(components)
                        .filter(component -> !leftOut(component))
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(schema.path("additionalProperties").asText()).as(where).isEqualTo("false");
        for (RecordComponent component : components) {
            String place = where + "." + component.getName();
            JsonNode property = schema.path("properties").path(component.getName());
            if (component.getType().isPrimitive()) {
                assertThat(nullable(property)).as(place).isFalse();
            } else if (component.getType() == Long.class) {
                assertThat(nullable(property)).as(place).isTrue();
            }
            compare(place, property, component.getGenericType());
        }
    }

    /** Whether the member is missing where it has no value. */
    private static boolean leftOut(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() != JsonInclude.Include.ALWAYS;
    }

    private static boolean nullable(JsonNode schema) {
        return schema.path("type").isArray() || schema.has("oneOf");
    }

    private void compare(String where, JsonNode schema, Type type) {
        JsonNode some = schema.has("oneOf") ? schema.path("oneOf").get(0) : schema;
        if (type instanceof ParameterizedType many) {
            boolean list = Collection.class.isAssignableFrom((Class<?>) many.getRawType());
            Type[] parts = many.getActualTypeArguments();
            assertThat(some.path("type").asText()).as(where).isEqualTo(list ? "array" : "object");
            compare(where + "[]", some.path(list ? "items" : "additionalProperties"), parts[parts.length - 1]);
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Object.class) {
            assertThat(some).as(where + " may be anything").isEmpty();
            return;
        }
        if (some.has("$ref")) {
            String name = some.path("$ref").asText().replaceAll(".*/", "");
            if (plain.isRecord()) {
                compare(where, name, plain);
                return;
            }
            seen.add(name);
            some = DescribedInterface.schema(name);
        }
        if (plain.isEnum()) {
            assertThat(some.path("enum"))
                    .as(where)
                    .extracting(JsonNode::asText)
                    .isEqualTo(Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
            return;
        }
        assertThat(kind(some)).as(where).isEqualTo(PLAIN.get(plain));
    }

    private static String kind(JsonNode schema) {
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.get(0).asText() : type.asText();
        return (name + " " + schema.path("format").asText()).strip();
    }

    @Test
    void describesEveryAddressAndNoOther() {
        Set<String> described = new TreeSet<>();
        DescribedInterface.description().path("paths").properties().forEach(path -> names(path.getValue()).stream()
                .filter(key -> !key.equals("parameters"))
                .forEach(verb -> described.add(verb + " " + path.getKey())));

        Set<String> offered = new TreeSet<>(Set.of("get /deploy-share/{token}/data"));
        Map.of(
                        "DashboardApi",
                        "",
                        "DashboardActs",
                        "acts/",
                        "Exports",
                        "export/",
                        "ApprovalActs$Answering",
                        "approvals/{id}/")
                .forEach((type, below) -> offered.addAll(addresses(named(type), "/deploys/api/" + below)));
        assertThat(described).isEqualTo(offered);
    }

    private static List<String> addresses(Class<?> type, String below) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                .map(method -> (method.isAnnotationPresent(GET.class) ? "get " : "post ") + below + address(method))
                .toList();
    }

    private static String address(Method method) {
        WebMethod named = method.getAnnotation(WebMethod.class);
        return named == null
                ? method.getName().substring(2, 3).toLowerCase(java.util.Locale.ROOT)
                        + method.getName().substring(3)
                : named.name()[0];
    }

    @Test
    void saysWhichRightEachOperationNeeds() {
        assertThat(DescribedInterface.description().path("paths").properties())
                .filteredOn(path -> path.getKey().startsWith("/deploys/api/"))
                .flatExtracting(path -> StreamSupport.stream(path.getValue().spliterator(), false)
                        .filter(JsonNode::isObject)
                        .toList())
                .allSatisfy(
                        operation -> assertThat(operation.path("x-permission").asText())
                                .matches("Deploys/(View|Approve|Hold|Export)|Overall/Administer"));
    }

    @Test
    void holdsForWhatWasAnsweredBefore() throws Exception {
        Map<String, String> recorded = Map.of(
                "now", "Now",
                "deploys", "DeploysPage",
                "deploys-next", "DeploysPage",
                "options", "Options",
                "metrics", "Metrics",
                "calendar", "Calendar",
                "replay", "ReplayPage");
        for (Map.Entry<String, String> answer : recorded.entrySet()) {
            assertThat(DescribedInterface.faults(answer.getValue(), recorded(answer.getKey())))
                    .as(answer.getKey())
                    .isEmpty();
        }
        for (JsonNode deploy : recorded("each-deploy")) {
            assertThat(DescribedInterface.faults("DeployDetail", deploy)).isEmpty();
        }
    }

    private static JsonNode recorded(String name) throws Exception {
        return new ObjectMapper()
                .readTree(OldLedger.class.getResourceAsStream("/ledgers/1/expected/dashboard/" + name + ".json"));
    }

    @Test
    void findsAnswersThatAreNotAsDescribed() throws Exception {
        JsonNode answer = recorded("deploys");
        assertThat(DescribedInterface.faults("DeploysPage", answer)).isEmpty();
        for (String fault : List.of("missing", "more", "null", "type", "time", "enum")) {
            ObjectNode page = answer.deepCopy();
            ObjectNode deploy = (ObjectNode) page.path("deploys").get(0);
            switch (fault) {
                case "missing" -> deploy.remove("reason");
                case "more" -> deploy.put("colour", "green");
                case "null" -> deploy.putNull("service");
                case "type" -> deploy.put("id", "12");
                case "time" -> deploy.put("requestedAt", "yesterday");
                default -> deploy.put("result", "done");
            }
            assertThat(DescribedInterface.faults("DeploysPage", page)).as(fault).isNotEmpty();
        }
    }
}
