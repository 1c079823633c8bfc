package io.jenkins.plugins.itgc.testbed.controller.jelly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jvnet.localizer.LocaleProvider;

/** Expressions of the forms {@code ${it.name}}, {@code ${rootURL}}, {@code ${resURL}} and {@code ${%key}}. */
final class Expressions {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern PROPERTY = Pattern.compile("it(\\.[a-zA-Z]+)*");

    private final Object it;
    private final URL script;
    private final Surroundings around;

    Expressions(Object it, URL script, Surroundings around) {
        this.it = it;
        this.script = script;
        this.around = around;
    }

    JellyFailure failure(String what) {
        return new JellyFailure(script.toString(), what);
    }

    /** A text with the values of its expressions in it; null becomes nothing. */
    String text(String template) {
        Matcher matcher = EXPRESSION.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Object value = of(matcher.group(1));
            matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value.toString()));
        }
        matcher.appendTail(text);
        return text.toString();
    }

    /** The value of an expression that stands alone. */
    Object value(String template) {
        Matcher matcher = EXPRESSION.matcher(template);
        if (!matcher.matches()) {
            throw failure("\"" + template + "\" is no expression");
        }
        return of(matcher.group(1));
    }

    private Object of(String expression) {
        if (expression.startsWith("%")) {
            return message(expression.substring(1));
        }
        return switch (expression) {
            case "rootURL" -> around.root();
            case "resURL" -> around.resources();
            default -> property(expression);
        };
    }

    private Object property(String expression) {
        if (!PROPERTY.matcher(expression).matches()) {
            throw failure("the testbed does not know the expression \"" + expression + "\"");
        }
        Object value = it;
        for (String name : expression.split("\\.", -1)) {
            value = name.equals("it") ? value : get(value, name);
        }
        return value;
    }

    private Object get(Object object, String name) {
        try {
            Method getter = object.getClass()
                    .getMethod("get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
            return getter.invoke(object);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw failure(object.getClass() + " has no public property " + name);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : failure(e.getCause() + " in " + name);
        }
    }

    /** The text of a key in the reader's language, else in English, else the key itself, as Jenkins does. */
    private String message(String key) {
        String base = script.toString().replaceFirst("\\.jelly$", "");
        for (String suffix : new String[] {"_" + LocaleProvider.getLocale().getLanguage(), ""}) {
            String text = properties(base + suffix + ".properties").getProperty(key);
            if (text != null) {
                return text;
            }
        }
        return key;
    }

    private static Properties properties(String address) {
        Properties properties = new Properties();
        try (InputStream in = URI.create(address).toURL().openStream()) {
            properties.load(in);
        } catch (java.io.FileNotFoundException e) {
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
