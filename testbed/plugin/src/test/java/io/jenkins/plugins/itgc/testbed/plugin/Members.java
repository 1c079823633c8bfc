package io.jenkins.plugins.itgc.testbed.plugin;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The visible members of a compiled type, in the terms of the signature files. */
final class Members {
    private Members() {}

    static boolean isVisible(Class<?> type) {
        boolean own = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return own
                && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Public and protected members that the type itself declares. */
    static List<Member> visible(Class<?> type) {
        List<Member> all = new ArrayList<>();
        all.addAll(Arrays.asList(type.getDeclaredFields()));
        all.addAll(Arrays.asList(type.getDeclaredConstructors()));
        Arrays.stream(type.getDeclaredMethods()).filter(m -> !m.isBridge()).forEach(all::add);
        all.removeIf(m ->
                m.isSynthetic() || !(Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers())));
        return all;
    }

    static String key(Member member) {
        if (member instanceof Method m) {
            return m.getName()
                    + MethodType.methodType(m.getReturnType(), m.getParameterTypes())
                            .descriptorString();
        } else if (member instanceof Constructor<?> c) {
            return "<init>"
                    + MethodType.methodType(void.class, c.getParameterTypes()).descriptorString();
        }
        return member.getName() + ((Field) member).getType().descriptorString();
    }

    /** The checked exceptions that the member declares, by internal name. */
    static Set<String> checked(Member member) {
        Class<?>[] thrown = member instanceof Method m
                ? m.getExceptionTypes()
                : member instanceof Constructor<?> c ? c.getExceptionTypes() : new Class<?>[0];
        return Arrays.stream(thrown)
                .filter(Members::isChecked)
                .map(Members::internalName)
                .collect(Collectors.toSet());
    }

    static boolean isChecked(Class<?> exception) {
        return !RuntimeException.class.isAssignableFrom(exception) && !Error.class.isAssignableFrom(exception);
    }
}
