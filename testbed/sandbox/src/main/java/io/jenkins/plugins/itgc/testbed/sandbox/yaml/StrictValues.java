package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;

/** No guessing: a number is not a text, an instant carries its offset, a duration its unit. */
final class StrictValues {
    private StrictValues() {}

    static <B extends MapperBuilder<?, B>> B applyTo(B mapper) {
        SimpleModule values = new SimpleModule();
        values.addDeserializer(
                Instant.class, scalar(Instant.class, "an instant such as 2026-03-02T10:00:00Z", Instant::parse));
        values.addDeserializer(
                Duration.class,
                scalar(Duration.class, "a duration such as 200ms, 5s, 10m or PT5S", StrictValues::duration));
        values.addDeserializer(ZoneId.class, scalar(ZoneId.class, "an IANA zone such as Asia/Tokyo", ZoneId::of));
        return mapper.addModule(values)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.POJO,
                        record -> record.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
                .withCoercionConfig(LogicalType.Textual, textual -> textual.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    static Duration duration(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("p")) {
            return Duration.parse(text);
        }
        int unit = 0;
        while (unit < lower.length() && Character.isDigit(lower.charAt(unit))) {
            unit++;
        }
        long amount = Long.parseLong(lower.substring(0, unit));
        return switch (lower.substring(unit)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static <T> StdScalarDeserializer<T> scalar(Class<T> type, String expected, Function<String, T> parse) {
        return new StdScalarDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                try {
                    return parse.apply(parser.getText());
                } catch (DateTimeException | IllegalArgumentException e) {
                    @SuppressWarnings("unchecked")
                    T never = (T) context.handleWeirdStringValue(type, parser.getText(), "expected %s", expected);
                    return never;
                }
            }
        };
    }
}
