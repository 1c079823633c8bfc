package io.jenkins.plugins.itgc;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.jenkins.gates.GateCall;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What runs when a gate is opened, when it gathers, and when it is looked at for the last time, as far as it can be followed:
 * through every override that a call can come to, through references to methods and constructors as if they were called where
 * they are made, and through lambdas in the same way, as a part of the method that makes them.
 *
 * <p>Not followed: a lambda or a reference that somebody else made and that is only called here, such as a {@code Supplier} in a
 * field, since nothing tells which of all it is; what libraries call; reflection.
 */
final class GatheringReach {
    private static final Set<String> GATHERING = Set.of("gather", "look");

    private final Map<JavaCodeUnit, JavaCodeUnit> from = new HashMap<>();
    private final Set<JavaCodeUnit> begins = new HashSet<>();

    GatheringReach(JavaClasses types) {
        types.forEach(type -> type.getMethods().stream()
                .filter(method -> gathers(type, method))
                .forEach(begins::add));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(begins);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            uses(unit)
                    .flatMap(GatheringReach::runs)
                    .filter(next -> next.getOwner().getPackageName().startsWith("io.jenkins.plugins.itgc"))
                    .filter(next -> !begins.contains(next) && from.putIfAbsent(next, unit) == null)
                    .forEach(open::add);
        }
    }

    /** Where it begins. */
    Set<JavaCodeUnit> begins() {
        return begins;
    }

    /** These, and what it comes to from there. */
    Set<JavaCodeUnit> reached() {
        return Stream.concat(begins.stream(), from.keySet().stream()).collect(Collectors.toSet());
    }

    /** Whoever appends to the ledger, with the way there. */
    List<String> appends() {
        return reached().stream()
                .filter(unit -> !isAppend(unit))
                .filter(unit -> uses(unit).flatMap(GatheringReach::runs).anyMatch(GatheringReach::isAppend))
                .map(this::way)
                .sorted()
                .toList();
    }

    /** An {@code opened} that is an override must be found on the way from {@code open}; only a static one begins by itself. */
    private static boolean gathers(JavaClass type, JavaMethod method) {
        boolean opens = method.getName().equals("open")
                || (method.getName().equals("opened") && method.getModifiers().contains(JavaModifier.STATIC));
        return (type.isAssignableTo(Gate.class) && GATHERING.contains(method.getName()))
                || (type.isAssignableTo(GateCall.class) && opens);
    }

    private static boolean isAppend(JavaCodeUnit unit) {
        boolean writer =
                unit.getOwner().isAssignableTo(Ledger.class) || unit.getOwner().isEquivalentTo(EventLog.class);
        return writer
                && unit.getName().equals("append")
                && unit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Draft.class) || type.isAssignableTo(Event.class));
    }

    private static Stream<CodeUnitAccessTarget> uses(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Set::stream)
                .map(JavaAccess::getTarget)
                .map(CodeUnitAccessTarget.class::cast);
    }

    private static Stream<JavaCodeUnit> runs(CodeUnitAccessTarget target) {
        return target.resolveMember().stream()
                .flatMap(member -> member instanceof JavaMethod method && isOverridable(method)
                        ? Stream.concat(Stream.of(method), overrides(target.getOwner(), method))
                        : Stream.of(member));
    }

    private static boolean isOverridable(JavaMethod method) {
        return Stream.of(JavaModifier.PRIVATE, JavaModifier.STATIC, JavaModifier.FINAL)
                .noneMatch(method.getModifiers()::contains);
    }

    /** A class may have its method from a superclass that knows nothing of the type that the call names. */
    private static Stream<JavaMethod> overrides(JavaClass called, JavaMethod method) {
        return called.getAllSubclasses().stream()
                .flatMap(type -> Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream()))
                .distinct()
                .flatMap(type -> type.getMethods().stream())
                .filter(found -> found.getName().equals(method.getName())
                        && found.getRawParameterTypes().equals(method.getRawParameterTypes()));
    }

    private String way(JavaCodeUnit to) {
        StringBuilder way = new StringBuilder(to.getFullName());
        for (JavaCodeUnit at = from.get(to); at != null && way.length() < 4000; at = from.get(at)) {
            way.append("\n  called by ").append(at.getFullName());
        }
        return way.toString();
    }
}
