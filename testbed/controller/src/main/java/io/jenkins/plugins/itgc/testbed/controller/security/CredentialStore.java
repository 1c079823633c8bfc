package io.jenkins.plugins.itgc.testbed.controller.security;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.security.ACL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.security.core.Authentication;

/** The credentials of the system, each for all hosts or for some. */
public final class CredentialStore {
    private record Entry(Credentials credentials, List<String> hosts) {
        boolean fits(DomainRequirement requirement) {
            return hosts.isEmpty() || !(requirement instanceof HostRequirement wanted) || hosts.contains(wanted.host());
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Map<String, Set<String>> uses = new ConcurrentHashMap<>();

    /** Adds credentials for these hosts; for all if there are none. */
    public void add(Credentials credentials, List<String> hosts) {
        entries.add(new Entry(credentials, List.copyOf(hosts)));
    }

    /** Forgets all credentials. */
    public void clear() {
        entries.clear();
    }

    /** The credentials of a type that somebody may use, for a job or for the system itself. */
    public <C extends Credentials> List<C> visible(
            Class<C> type, Authentication who, boolean forItem, List<DomainRequirement> requirements) {
        if (!ACL.SYSTEM2.equals(who)) {
            return List.of();
        }
        List<C> found = new ArrayList<>();
        for (Entry entry : entries) {
            boolean reachable = !forItem || entry.credentials().getScope() != CredentialsScope.SYSTEM;
            if (reachable && type.isInstance(entry.credentials()) && fits(entry, requirements)) {
                found.add(type.cast(entry.credentials()));
            }
        }
        return found;
    }

    private static boolean fits(Entry entry, List<DomainRequirement> requirements) {
        return requirements == null || requirements.stream().allMatch(entry::fits);
    }

    /** Notes a use. */
    public <C extends Credentials> C track(String user, C credentials) {
        uses.computeIfAbsent(String.valueOf(credentials.hashCode()), k -> new ConcurrentSkipListSet<>())
                .add(user);
        return credentials;
    }

    /** The builds and jobs that used the credentials. */
    public Set<String> usesOf(Credentials credentials) {
        return Collections.unmodifiableSet(uses.getOrDefault(String.valueOf(credentials.hashCode()), Set.of()));
    }
}
