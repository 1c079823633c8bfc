package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import java.util.List;

/** The usual matchers. */
public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static CredentialsMatcher always() {
        return item -> true;
    }

    public static CredentialsMatcher instanceOf(Class<?> type) {
        return type::isInstance;
    }

    public static CredentialsMatcher withId(String id) {
        return item -> item instanceof IdCredentials named && named.getId().equals(id);
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        return item -> List.of(matchers).stream().anyMatch(m -> m.matches(item));
    }

    public static CredentialsMatcher allOf(CredentialsMatcher... matchers) {
        return item -> List.of(matchers).stream().allMatch(m -> m.matches(item));
    }

    public static <C extends Credentials> C firstOrNull(Iterable<C> credentials, CredentialsMatcher matcher) {
        for (C candidate : credentials) {
            if (matcher.matches(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
