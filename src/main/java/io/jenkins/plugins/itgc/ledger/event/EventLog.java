package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A ledger as the events that it holds. Calls may block on the disk.
 *
 * @param ledger where the entries are
 */
public record EventLog(Ledger ledger) {
    /**
     * Appends an event; it is safe when this returns.
     *
     * @throws LedgerFailure when it could not be appended
     */
    public <E extends Event> Recorded<E> append(E event, Actor actor) {
        return new Recorded<>(ledger.append(EventCodec.draft(event, actor)), event);
    }

    /** An event as it would be appended. */
    public static Draft draft(Event event, Actor actor) {
        return EventCodec.draft(event, actor);
    }

    /** What an entry says; {@link Event.Unreadable} where that cannot be told. */
    public static Event read(Entry entry) {
        return EventCodec.read(entry);
    }

    /** An entry with what it says. */
    public static Recorded<Event> recorded(Entry entry) {
        return new Recorded<>(entry, EventCodec.read(entry));
    }

    /**
     * What an entry says, for those who cannot do without.
     *
     * @throws LedgerFailure when it is no readable event of this family
     */
    public static <E extends Event> Recorded<E> required(Class<E> family, Entry entry) {
        Event event = EventCodec.read(entry);
        if (family.isInstance(event)) {
            return new Recorded<>(entry, family.cast(event));
        }
        throw new LedgerFailure(
                Message.of("ledger.entry-unreadable", String.valueOf(entry.sequence()), entry.kind()), null);
    }

    /**
     * Events of a family in their order.
     *
     * @param family such as {@code DeployEvent.Progress.class}
     * @param after sequence after which to begin; 0 for the first
     * @param limit how many at most
     * @throws LedgerFailure when one of them cannot be read
     */
    public <E extends Event> List<Recorded<E>> after(Class<E> family, long after, int limit) {
        return ledger.entries(names(family), after, limit).stream()
                .map(entry -> required(family, entry))
                .toList();
    }

    /**
     * The same for those who can go on without what cannot be read: that comes as {@link Event.Unreadable}.
     *
     * @param after sequence after which to begin; 0 for the first
     * @param limit how many at most
     */
    public List<Recorded<Event>> readable(Class<? extends Event> family, long after, int limit) {
        return ledger.entries(names(family), after, limit).stream()
                .map(EventLog::recorded)
                .toList();
    }

    /**
     * The newest event of a kind about exactly this subject; a repository is the same however its name is spelled.
     *
     * @throws LedgerFailure when it cannot be read
     */
    public <E extends Event> Optional<Recorded<E>> newest(Kind<E> kind, Subject subject) {
        Optional<Entry> newest = subject.ofRepository()
                ? ledger.filed(Set.of(kind.name()), subject.text()).stream()
                        .filter(entry -> subject.isText(entry.subject()))
                        .reduce((earlier, later) -> later)
                : ledger.newest(kind.name(), subject.text());
        return newest.map(entry -> required(kind.event(), entry));
    }

    /**
     * Events of a family about exactly this subject, in their order; a repository is the same however its name is spelled.
     *
     * @throws LedgerFailure when one cannot be read
     */
    public <E extends Event> List<Recorded<E>> about(Class<E> family, Subject subject) {
        return filed(family, subject.text(), subject::isText);
    }

    /**
     * Events of a family whose subject has this beginning, in whatever case it is written, in their order.
     *
     * @throws LedgerFailure when one cannot be read
     */
    public <E extends Event> List<Recorded<E>> beginning(Class<E> family, Beginning beginning) {
        return filed(family, beginning.text(), subject -> true);
    }

    /**
     * The same for some of the subjects. What is filed under others is not read.
     *
     * @param wanted is given subjects as they stand in the ledger
     * @throws LedgerFailure when one of those cannot be read
     */
    public <E extends Event> List<Recorded<E>> beginning(
            Class<E> family, Beginning beginning, Predicate<String> wanted) {
        return filed(family, beginning.text(), wanted);
    }

    private <E extends Event> List<Recorded<E>> filed(Class<E> family, String prefix, Predicate<String> wanted) {
        return ledger.filed(names(family), prefix).stream()
                .filter(entry -> wanted.test(entry.subject()))
                .map(entry -> required(family, entry))
                .toList();
    }

    /** The entry with a number. */
    public Optional<Recorded<Event>> entry(long sequence) {
        return ledger.entry(sequence).map(EventLog::recorded);
    }

    private static Set<String> names(Class<? extends Event> family) {
        return names(Kind.of(family));
    }

    /** The names of some kinds. */
    public static Set<String> names(Collection<Kind<?>> kinds) {
        return kinds.stream().map(Kind::name).collect(Collectors.toUnmodifiableSet());
    }
}
