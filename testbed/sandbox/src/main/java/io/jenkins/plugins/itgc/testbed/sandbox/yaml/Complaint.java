package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Says in a reader's words what a mapper found wrong. */
final class Complaint {
    private Complaint() {}

    static String of(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownKey(unknown);
        }
        if (e instanceof InvalidFormatException format) {
            return "expected " + expected(format) + ", found '" + format.getValue() + "'";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "expected " + kind(mismatch.getTargetType());
        }
        return e.getOriginalMessage().lines().findFirst().orElse("not understood");
    }

    private static String unknownKey(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return "unknown key '" + e.getPropertyName() + "'"
                + (known == null
                        ? ""
                        : "; known here: "
                                + new TreeSet<>(
                                        known.stream().map(String::valueOf).toList()));
    }

    private static String expected(InvalidFormatException e) {
        String message = e.getOriginalMessage();
        int told = message.indexOf(": expected ");
        return told < 0 ? kind(e.getTargetType()) : message.substring(told + ": expected ".length());
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "keys with values";
        }
        return type == String.class
                ? "a text, in quotes where it looks like a number"
                : type == Boolean.class ? "true or false" : "a whole number";
    }
}
