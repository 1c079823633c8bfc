package io.jenkins.plugins.itgc.testbed.plugin;

import java.util.Set;

/**
 * A field, method or constructor of a real Jenkins type.
 *
 * @param name the name; {@code <init>} for a constructor
 * @param descriptor the descriptor in the class file's form
 * @param access modifiers and marks
 * @param thrown the declared exceptions, by internal name
 */
record RealMember(String name, String descriptor, Set<String> access, Set<String> thrown) {
    boolean is(String word) {
        return access.contains(word);
    }

    String key() {
        return name + descriptor;
    }
}
