package io.jenkins.plugins.itgc.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Codes by which somebody shows that two accounts are theirs: Jenkins gives one to who is logged in, the other system takes
 * it. A code works once and for ten minutes; whoever guesses is stopped soon. A restart voids all codes.
 */
public final class LinkCodes {
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int GUESSES = 5;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Given> codes = new HashMap<>();
    private final Map<Account, Guesses> guesses = new HashMap<>();

    private record Given(Person person, Instant until) {}

    private record Guesses(int wrong, Instant until) {}

    /** @param clock ends codes, and the pause of who guessed too often */
    public LinkCodes(Clock clock) {
        this.clock = clock;
    }

    /** A code for somebody who has shown already who they are. */
    public synchronized String give(Person person) {
        forget();
        codes.values().removeIf(given -> given.person().equals(person));
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
        codes.put(code.toString(), new Given(person, now().plus(VALID)));
        return code.toString();
    }

    /** Who was given this code; empty when it is wrong, used or old, or this account has guessed too often. */
    public synchronized Optional<Person> take(String code, Account by) {
        forget();
        int wrong = guesses.getOrDefault(by, new Guesses(0, now())).wrong();
        if (wrong >= GUESSES) {
            return Optional.empty();
        }
        Given given = codes.remove(code.strip().toUpperCase(Locale.ROOT));
        if (given == null) {
            guesses.put(by, new Guesses(wrong + 1, now().plus(VALID)));
        }
        return Optional.ofNullable(given).map(Given::person);
    }

    private void forget() {
        Instant now = now();
        codes.values().removeIf(given -> !now.isBefore(given.until()));
        guesses.values().removeIf(guess -> !now.isBefore(guess.until()));
    }

    private Instant now() {
        return clock.instant();
    }
}
