package io.jenkins.plugins.itgc.testbed.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A type of the real Jenkins, read from the signature files. */
final class RealType {
    final String name;
    final List<String> supertypes;
    final Set<String> access;
    final Map<String, RealMember> members = new LinkedHashMap<>();

    RealType(String name, String superclass, String interfaces, Set<String> access) {
        this.name = name;
        this.access = access;
        List<String> all = new ArrayList<>();
        if (!superclass.equals("-")) {
            all.add(superclass);
        }
        if (!interfaces.equals("-")) {
            all.addAll(List.of(interfaces.split(",", -1)));
        }
        this.supertypes = List.copyOf(all);
    }

    boolean is(String word) {
        return access.contains(word);
    }
}
