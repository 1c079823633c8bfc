package io.jenkins.plugins.itgc.testbed.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plugin's classes must work in the real Jenkins too, not in the slice only. */
class PluginFidelityTest {
    private static final Path CLASSES = SharedFolder.repository().resolve("testbed/plugin/target/classes");

    private static RealJenkins real;
    private static JavaClasses plugin;

    @BeforeAll
    static void read() throws IOException {
        real = RealJenkins.read(SharedFolder.jenkinsApi());
        plugin = new ClassFileImporter().importPath(CLASSES);
        assertThat(plugin).as("classes of the plugin in " + CLASSES).isNotEmpty();
    }

    @Test
    void implementsAllThatRealSupertypesLeaveAbstract() {
        List<String> missing = new ArrayList<>();
        for (JavaClass type : plugin) {
            Class<?> loaded = type.reflect();
            if (!loaded.isInterface() && !Modifier.isAbstract(loaded.getModifiers())) {
                missing.addAll(missing(loaded));
            }
        }

        assertThat(missing).isEmpty();
    }

    private List<String> missing(Class<?> type) {
        Set<String> above = new LinkedHashSet<>();
        Set<String> implemented = new LinkedHashSet<>();
        collect(type, above, implemented);
        List<String> missing = new ArrayList<>();
        for (String name : above) {
            RealType supertype = real.type(name);
            if (supertype == null) {
                continue;
            }
            supertype.members.values().stream()
                    .filter(m -> m.is("abstract") && !m.name().equals("<init>"))
                    .filter(m -> !implemented.contains(m.key()) && !isImplementedAbove(above, m.key()))
                    .forEach(m -> missing.add(type.getName() + " lacks " + name + "." + m.key()));
        }
        return missing;
    }

    private void collect(Class<?> type, Set<String> above, Set<String> implemented) {
        String name = Members.internalName(type);
        if (real.type(name) != null) {
            above.add(name);
            above.addAll(real.supertypes(name));
            return;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (!Modifier.isAbstract(method.getModifiers())) {
                implemented.add(Members.key(method));
            }
        }
        if (type.getSuperclass() != null) {
            collect(type.getSuperclass(), above, implemented);
        }
        for (Class<?> i : type.getInterfaces()) {
            collect(i, above, implemented);
        }
    }

    private boolean isImplementedAbove(Set<String> above, String key) {
        boolean fromObject = key.startsWith("toString()") || key.startsWith("equals(") || key.startsWith("hashCode()");
        return fromObject
                || above.stream()
                        .map(real::type)
                        .filter(t -> t != null && t.members.containsKey(key))
                        .anyMatch(t -> !t.members.get(key).is("abstract"));
    }

    @Test
    void usesNothingThatIsRestricted() {
        List<String> uses = new ArrayList<>();
        for (JavaClass type : plugin) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                check(access, uses);
            }
            type.getDirectDependenciesFromSelf().forEach(d -> {
                RealType target = real.type(d.getTargetClass().getName().replace('.', '/'));
                if (target != null && target.is("restricted")) {
                    uses.add(type.getName() + " uses " + target.name);
                }
            });
        }

        assertThat(uses).isEmpty();
    }

    private void check(JavaAccess<?> access, List<String> uses) {
        String owner = access.getTargetOwner().getName().replace('.', '/');
        if (real.type(owner) == null) {
            return;
        }
        for (String name : withSupertypes(owner)) {
            RealType type = real.type(name);
            if (type != null) {
                type.members.values().stream()
                        .filter(m -> m.name().equals(access.getTarget().getName()) && m.is("restricted"))
                        .filter(m -> type.members.values().stream()
                                .noneMatch(o -> o.name().equals(m.name()) && !o.is("restricted")))
                        .forEach(m -> uses.add(access.getDescription()));
            }
        }
    }

    private Set<String> withSupertypes(String owner) {
        Set<String> all = new LinkedHashSet<>();
        all.add(owner);
        all.addAll(real.supertypes(owner));
        return all;
    }
}
