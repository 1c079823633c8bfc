package io.jenkins.plugins.itgc.testbed.controller.casc;

import com.cloudbees.plugins.credentials.Credentials;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.binding.Binder;
import io.jenkins.plugins.itgc.testbed.controller.binding.BindingFailure;
import io.jenkins.plugins.itgc.testbed.controller.security.CredentialStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The section {@code credentials}. */
final class CredentialsSection {
    private static final String PATH = "credentials.system.domainCredentials";

    private final Source source;

    CredentialsSection(Source source) {
        this.source = source;
    }

    void apply(Map<String, Object> section) throws CascFailure {
        if (section.isEmpty()) {
            return;
        }
        source.checkKeys(section, "credentials", Set.of("system"));
        Map<String, Object> system = Configuration.map(source, section, "credentials", "system");
        source.checkKeys(system, "credentials.system", Set.of("domainCredentials"));
        CredentialStore store = ControllerRuntime.current().credentials();
        store.clear();
        List<Map<String, Object>> domains =
                Configuration.maps(source, system, "credentials.system", "domainCredentials");
        for (int i = 0; i < domains.size(); i++) {
            addDomain(store, domains.get(i), PATH + "[" + i + "]");
        }
    }

    private void addDomain(CredentialStore store, Map<String, Object> domain, String path) throws CascFailure {
        source.checkKeys(domain, path, Set.of("domain", "credentials"));
        List<String> hosts = hosts(Configuration.map(source, domain, path, "domain"), path + ".domain");
        List<Map<String, Object>> all = Configuration.maps(source, domain, path, "credentials");
        for (int i = 0; i < all.size(); i++) {
            store.add(credentials(all.get(i), path + ".credentials[" + i + "]"), hosts);
        }
    }

    private Credentials credentials(Map<String, Object> symbol, String path) throws CascFailure {
        try {
            return (Credentials) Binder.nested(Credentials.class, symbol, path);
        } catch (BindingFailure e) {
            throw source.failure(e);
        }
    }

    private List<String> hosts(Map<String, Object> domain, String path) throws CascFailure {
        source.checkKeys(domain, path, Set.of("name", "description", "specifications"));
        List<String> hosts = new ArrayList<>();
        for (Map<String, Object> specification : Configuration.maps(source, domain, path, "specifications")) {
            Map<String, Object> names =
                    Configuration.map(source, specification, path + ".specifications", "hostnameSpecification");
            String includes = String.valueOf(names.getOrDefault("includes", ""));
            hosts.addAll(Arrays.stream(includes.split("[,\\s]+"))
                    .filter(h -> !h.isEmpty())
                    .toList());
        }
        return hosts;
    }
}
