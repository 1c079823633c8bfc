package io.jenkins.plugins.itgc.testbed.sandbox.model;

import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody in the world, and the groups they are in. */
public final class Accounts {
    private final Map<String, Account> byLogin = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    /** Adds somebody. */
    public void add(Account account) {
        byLogin.put(account.login(), account);
    }

    /** Says who is in a group, in place of what was said before. */
    public void group(String name, List<String> logins) {
        groups.put(name, List.copyOf(logins));
    }

    /** All, in the order of the world. */
    public Collection<Account> all() {
        return Collections.unmodifiableCollection(byLogin.values());
    }

    /** Group names with the logins in them. */
    public Map<String, List<String>> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /** Names of the groups somebody is in. */
    public List<String> groupsOf(Account account) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().contains(account.login()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By login, in either form for bots. */
    public Optional<Account> find(String login) {
        String plain = login.endsWith("[bot]") ? login.substring(0, login.length() - "[bot]".length()) : login;
        return plain.equals(Account.WEB_FLOW.login())
                ? Optional.of(Account.WEB_FLOW)
                : Optional.ofNullable(byLogin.get(plain));
    }

    /**
     * @throws IllegalArgumentException if the world has no such user
     */
    public Account known(String login) {
        return find(login).orElseThrow(() -> new IllegalArgumentException(unknown(login)));
    }

    /**
     * @param path where the login is written
     * @throws WorldFormatException if the world has no such user
     */
    public Account login(String login, List<Object> path) {
        if (login == null) {
            throw new WorldFormatException(path, "a login is missing here");
        }
        return find(login).orElseThrow(() -> new WorldFormatException(path, unknown(login)));
    }

    /** Whom GitHub attributes a commit with that address to, if anybody. */
    public Optional<Account> byEmail(String email) {
        if (Account.WEB_FLOW.email().equalsIgnoreCase(email)) {
            return Optional.of(Account.WEB_FLOW);
        }
        return byLogin.values().stream()
                .filter(Account::exists)
                .filter(account -> account.emails().stream().anyMatch(email::equalsIgnoreCase))
                .findFirst();
    }

    private String unknown(String login) {
        return "there is no user '" + login + "'; users are " + byLogin.keySet();
    }
}
