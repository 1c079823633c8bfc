package io.jenkins.plugins.itgc.jenkins;

import hudson.model.Run;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The builds in which this controller carries deploys out, and the name under which each began: that is its name in the
 * ledger, even when its job is renamed or moved meanwhile and another job gets the name. Safe for use by several threads.
 */
public final class LiveBuilds {
    private final IdentityHashMap<Run<?, ?>, String> names = new IdentityHashMap<>();

    /**
     * A deploy begins to wait in a build.
     *
     * @return the build's name in the ledger
     */
    public synchronized String began(Run<?, ?> build) {
        return names.computeIfAbsent(build, Run::getExternalizableId);
    }

    /** A build goes on after a restart. */
    public synchronized void resumed(Run<?, ?> build, String name) {
        names.put(build, name);
    }

    /** The name of a build in the ledger: the one under which it is known here, or else the one that it has. */
    public synchronized String name(Run<?, ?> build) {
        String known = names.get(build);
        return known == null ? build.getExternalizableId() : known;
    }

    /** A build as the ledger has it where it acts. */
    public Actor actor(Run<?, ?> build) {
        return Actor.build(name(build));
    }

    /** All that are known under a name in the ledger; more than one where a job got the name of another. */
    public synchronized List<Run<?, ?>> under(String name) {
        return names.entrySet().stream()
                .filter(known -> known.getValue().equals(name))
                .<Run<?, ?>>map(Map.Entry::getKey)
                .toList();
    }

    /** Those that have ended. */
    public synchronized List<Run<?, ?>> ended() {
        return names.keySet().stream().filter(build -> !build.isBuilding()).toList();
    }

    /** Their deploys are settled. */
    public synchronized void forget(Collection<Run<?, ?>> builds) {
        builds.forEach(names::remove);
    }
}
