package io.jenkins.plugins.itgc.connect.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interfaces of TypeScript, as far as generated clients use them, and whether JSON is of such a type. */
final class TypeScript {
    private static final Pattern INTERFACE = Pattern.compile("interface ([\\w$]+)(?: extends [\\w$]+)? (?=\\{)");
    private static final Pattern MEMBER = Pattern.compile("\\s*(?:\\[key: string\\]|'?([\\w$]+)'?\\??):\\s*");
    private static final Pattern NAME = Pattern.compile("'[^']*'|[\\w$.<>]+");
    private static final Pattern REST = Pattern.compile("\\s*((?:\\[\\])*)(?:\\s*\\|[^;{]*)?;?\\s*");
    /** Stands for the members of a map, which have any name. */
    private static final String ANY = "*";

    private final Map<String, Type> interfaces = new LinkedHashMap<>();
    private final String text;
    private int at;

    private sealed interface Type {}

    private record Named(String name) implements Type {}

    private record Listed(Type of) implements Type {}

    private record Members(Map<String, Type> all) implements Type {}

    TypeScript(String source) {
        text = source.replaceAll("(?s)/\\*.*?\\*/", "");
        Matcher found = INTERFACE.matcher(text);
        while (found.find()) {
            at = found.end();
            interfaces.put(found.group(1), type());
        }
    }

    private Type type() {
        Type type = text.charAt(at) == '{' ? members() : new Named(next(NAME).group());
        for (int lists = next(REST).group(1).length() / 2; lists > 0; lists--) {
            type = new Listed(type);
        }
        return type;
    }

    private Members members() {
        Map<String, Type> all = new LinkedHashMap<>();
        at++;
        next(Pattern.compile("\\s*"));
        while (text.charAt(at) != '}') {
            String name = next(MEMBER).group(1);
            all.put(name == null ? ANY : name, type());
        }
        at++;
        return new Members(all);
    }

    private Matcher next(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            throw new IllegalStateException("not understood: " + text.substring(at, Math.min(text.length(), at + 80)));
        }
        at = found.end();
        return found;
    }

    boolean hasMember(String name, String member) {
        return interfaces.get(name) instanceof Members members && members.all().containsKey(member);
    }

    /** @throws IllegalArgumentException when the JSON is not of that interface; says where */
    void require(String name, JsonNode json) {
        require(new Named(name), json, name);
    }

    private void require(Type type, JsonNode json, String place) {
        if (type instanceof Listed list) {
            requireThat(json.isArray(), place, json);
            json.forEach(element -> require(list.of(), element, place + "[]"));
        } else if (type instanceof Members members) {
            requireThat(json.isObject(), place, json);
            json.properties().forEach(member -> {
                Type of = members.all()
                        .getOrDefault(member.getKey(), members.all().get(ANY));
                requireThat(of != null, place + "." + member.getKey(), member.getValue());
                require(of, member.getValue(), place + "." + member.getKey());
            });
        } else if (type instanceof Named named) {
            requireNamed(named.name(), json, place);
        }
    }

    private void requireNamed(String name, JsonNode json, String place) {
        switch (name) {
            case "string" -> requireThat(json.isTextual(), place, json);
            case "number" -> requireThat(json.isNumber(), place, json);
            case "boolean" -> requireThat(json.isBoolean(), place, json);
            default -> {
                requireThat(interfaces.containsKey(name), place, json);
                require(interfaces.get(name), json, place);
            }
        }
    }

    private static void requireThat(boolean holds, String place, JsonNode json) {
        if (!holds) {
            throw new IllegalArgumentException(place + " is not defined so: " + json);
        }
    }
}
