package io.jenkins.plugins.itgc.testbed.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the slice offers must be there in the real Jenkins, in the same form. */
class SliceFidelityTest {
    private static final int MOST_TYPES = 119;

    /** Test tools of the configuration-as-code plugin, whose signatures are not in the files. */
    private static final String UNLISTED = "io.jenkins.plugins.casc.misc.";

    private static RealJenkins real;
    private static List<Class<?>> slice;

    @BeforeAll
    static void read() throws IOException {
        real = RealJenkins.read(SharedFolder.jenkinsApi());
        slice = Slice.types().stream()
                .filter(t -> !t.getName().startsWith(UNLISTED))
                .toList();
    }

    @Test
    void staysThin() {
        long types = slice.stream()
                .filter(t -> t.getEnclosingClass() == null)
                .filter(t -> !Slice.isForTests(t))
                .count();

        assertThat(types).isBetween(50L, (long) MOST_TYPES);
    }

    @Test
    void hasTypesOfTheRealHierarchyOnly() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> type : slice) {
            String name = Members.internalName(type);
            RealType counterpart = real.type(name);
            if (counterpart == null) {
                wrong.add(name + " is no type of Jenkins");
                continue;
            }
            checkKind(type, counterpart, wrong);
            Set<String> above = real.supertypes(name);
            supertypes(type).stream()
                    .filter(s -> !above.contains(s))
                    .forEach(s -> wrong.add(name + " has the supertype " + s + " only in the slice"));
        }

        assertThat(wrong).isEmpty();
    }

    private static void checkKind(Class<?> type, RealType counterpart, List<String> wrong) {
        if (type.isInterface() != counterpart.is("interface") || type.isEnum() != counterpart.is("enum")) {
            wrong.add(counterpart.name + " is of another kind");
        }
        if (counterpart.is("restricted")) {
            wrong.add(counterpart.name + " is restricted");
        }
        boolean isFinal = Modifier.isFinal(type.getModifiers());
        if (!type.isEnum() && isFinal != counterpart.is("final")) {
            wrong.add(counterpart.name + " must " + (isFinal ? "not " : "") + "be final");
        }
    }

    private static Set<String> supertypes(Class<?> type) {
        Set<String> names = new TreeSet<>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            names.add(Members.internalName(type.getSuperclass()));
        }
        for (Class<?> i : type.getInterfaces()) {
            names.add(Members.internalName(i));
        }
        names.remove("java/lang/Enum");
        return names;
    }

    @Test
    void hasMembersOfTheRealTypesOnly() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> type : slice) {
            for (Member member : Members.visible(type)) {
                RealMember counterpart = real.member(Members.internalName(type), Members.key(member));
                String name = Members.internalName(type) + "." + Members.key(member);
                if (counterpart == null) {
                    wrong.add(name + " is not there");
                } else {
                    compare(name, type, member, counterpart, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static void compare(String name, Class<?> type, Member member, RealMember counterpart, List<String> wrong) {
        int modifiers = member.getModifiers();
        if (counterpart.is("restricted")) {
            wrong.add(name + " is restricted");
        }
        if (Modifier.isStatic(modifiers) != counterpart.is("static")) {
            wrong.add(name + " differs in being static");
        }
        boolean overridable = !(member instanceof Constructor) && !(member instanceof Field);
        if (overridable && Modifier.isAbstract(modifiers) && !counterpart.is("abstract")) {
            wrong.add(name + " is abstract only in the slice");
        }
        boolean ownConstructor = member instanceof Constructor && Modifier.isAbstract(type.getModifiers());
        if (Modifier.isPublic(modifiers) && !counterpart.is("public") && !ownConstructor) {
            wrong.add(name + " is public only in the slice");
        }
        Set<String> real = checked(counterpart);
        if (!(member instanceof Field) && !Members.checked(member).equals(real)) {
            wrong.add(name + " throws " + Members.checked(member) + " but really " + real);
        }
    }

    private static Set<String> checked(RealMember member) {
        return member.thrown().stream().filter(SliceFidelityTest::isChecked).collect(Collectors.toSet());
    }

    private static boolean isChecked(String exception) {
        try {
            return Members.isChecked(Class.forName(exception.replace('/', '.')));
        } catch (ClassNotFoundException e) {
            return true;
        }
    }
}
