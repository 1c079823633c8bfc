package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page docs/ledger.md as the records of this room give it: their components, and what their comments say of them. */
final class LedgerDocument {
    private static final String LEFT_OUT = ". Left out without a value";
    private static final TypeFactory TYPES = TypeFactory.defaultInstance();
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) (.*?)(?=@|$)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link) #?([^}]*)}");

    private final Path sources;
    private final StringBuilder page = new StringBuilder();
    private final Map<String, JavaType> records = new LinkedHashMap<>();

    LedgerDocument(Path sources) {
        this.sources = sources;
    }

    String text() throws IOException {
        page.append("""
                # What the ledger keeps

                An entry has a kind, a subject that it is filed under, a body in canonical JSON, who did it and when. Each kind has one
                record in `ledger/event`; this page is made from these records, and a test compares.

                A field without a value is null, unless its meaning says that it is left out then. A body of a form above 1 says its form in the member `form`; earlier forms are
                read as the newest one and stay in the ledger as they were written.

                ## Kinds

                | Kind | What happened | Filed under | Form | Body |
                |---|---|---|---|---|
                """);
        Map<String, Class<?>> subjects = new LinkedHashMap<>();
        for (Kind<?> kind : Kind.all()) {
            subjects.put(kind.subject().getSimpleName(), kind.subject());
            page.append("| `%s` | %s | %s | %d | %s |\n"
                    .formatted(
                            kind.name(),
                            meaning(kind.event()),
                            kind.subject().getSimpleName(),
                            kind.form(),
                            shown(kind.body())));
        }
        page.append("\n## Subjects\n");
        for (Class<?> subject : subjects.values()) {
            section(subject);
        }
        page.append("\n## Bodies\n");
        Set<String> written = new LinkedHashSet<>(subjects.keySet());
        Queue<Class<?>> waiting = new ArrayDeque<>();
        records.values().forEach(type -> waiting.add(type.getRawClass()));
        while (!waiting.isEmpty()) {
            Class<?> record = waiting.remove();
            if (written.add(name(record))) {
                records.clear();
                section(record);
                records.values().forEach(type -> waiting.add(type.getRawClass()));
            }
        }
        return page.toString();
    }

    private void section(Class<?> type) throws IOException {
        String comment = comment(type);
        page.append("\n### ")
                .append(name(type))
                .append("\n\n")
                .append(summary(comment))
                .append("\n\n");
        if (type.isEnum()) {
            page.append("One of ")
                    .append(Arrays.stream(type.getEnumConstants())
                            .map(value -> "`" + value + "`")
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
            return;
        }
        if (!type.isRecord()) {
            return;
        }
        Map<String, String> params = params(comment);
        page.append("| Field | Type | Meaning |\n|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            String meaning = params.get(component.getName());
            if (meaning == null) {
                throw new IllegalStateException("No @param " + component.getName() + " of " + name(type) + ".");
            }
            page.append("| `%s` | %s | %s |\n"
                    .formatted(
                            component.getName(),
                            shown(TYPES.constructType(component.getGenericType())),
                            meaning + (isLeftOut(component) ? LEFT_OUT : "")));
        }
    }

    /** The annotation says so to the codec; its target is not the component itself but what is made of it. */
    private static boolean isLeftOut(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private String shown(JavaType type) {
        if (type.isMapLikeType()) {
            return "map of " + shown(type.getContentType());
        }
        if (type.isCollectionLikeType()) {
            return "list of " + shown(type.getContentType());
        }
        Class<?> raw = type.getRawClass();
        if (raw.getName().startsWith("io.jenkins.") && (raw.isRecord() || raw.isEnum())) {
            records.putIfAbsent(name(raw), type);
            type.getBindings().getTypeParameters().forEach(this::shown);
            String of = type.getBindings().getTypeParameters().stream()
                    .filter(bound -> bound.getRawClass() != Object.class)
                    .map(this::shown)
                    .collect(Collectors.joining(", "));
            return "[%s](#%s)%s"
                    .formatted(
                            name(raw),
                            name(raw).toLowerCase(Locale.ROOT).replace(".", ""),
                            of.isEmpty() ? "" : " of " + of);
        }
        return switch (raw.getSimpleName()) {
            case "String", "URI" -> "text";
            case "Object" -> "of the gate";
            case "Instant" -> "time";
            case "boolean", "Boolean" -> "true or false";
            case "int", "long", "Integer", "Long" -> "number";
            default -> raw.getSimpleName();
        };
    }

    private String meaning(Class<?> event) throws IOException {
        return summary(comment(event));
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null || outer == Subject.class
                ? type.getSimpleName()
                : outer.getSimpleName() + "." + type.getSimpleName();
    }

    /** The comment before a type's declaration, as text. */
    private String comment(Class<?> type) throws IOException {
        Class<?> top = type;
        while (top.getDeclaringClass() != null) {
            top = top.getDeclaringClass();
        }
        String source = Files.readString(sources.resolve(top.getName().replace('.', '/') + ".java"));
        Matcher declared = Pattern.compile("(?:record|enum|class|interface) " + type.getSimpleName() + "\\b")
                .matcher(source);
        if (!declared.find()) {
            throw new IllegalStateException("No declaration of " + type + ".");
        }
        int end = source.lastIndexOf("*/", declared.start());
        int start = source.lastIndexOf("/**", end);
        if (end < 0 || source.substring(end, declared.start()).contains(";")) {
            throw new IllegalStateException("No comment of " + name(type) + ".");
        }
        return source.substring(start + 3, end)
                .replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String summary(String comment) {
        return plain(comment.replaceAll(" ?@(param|throws|see|return)\\b.*", ""));
    }

    private static Map<String, String> params(String comment) {
        Map<String, String> params = new LinkedHashMap<>();
        Matcher matcher = PARAM.matcher(TAG.matcher(comment).replaceAll("`$1`"));
        while (matcher.find()) {
            params.put(matcher.group(1), plain(matcher.group(2)));
        }
        return params;
    }

    private static String plain(String text) {
        return TAG.matcher(text).replaceAll("`$1`").replace("|", "\\|").strip();
    }
}
