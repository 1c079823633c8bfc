package io.jenkins.plugins.itgc.testbed.controller;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The threads of one controller: those that it makes, those that they make, and those that the plugin makes in whatever thread
 * asks it first. None of them outlives the controller.
 */
public final class ControllerThreads {
    /** What a plugin's threads are called, and those of the platform that others may be the first to use. */
    private static final List<String> NAMES = List.of("itgc-", "jenkins.util.Timer");

    /** Belong to libraries that do not let them be ended, and run nothing of a controller or a plugin. */
    private static final Pattern OF_LIBRARIES = Pattern.compile("PostgreSQL-JDBC-.*|process reaper.*"
            // Ends some seconds after nobody has the client any more, when the garbage has been collected.
            + "|HttpClient-\\d+-SelectorManager");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ThreadGroup group;
    private final Set<Thread> before = new HashSet<>(all());

    ControllerThreads(String name) {
        group = new ThreadGroup(name);
    }

    /** Makes daemon threads with a name and a number. */
    public ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(group, task, name + " " + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Threads in it are the controller's. */
    public ThreadGroup group() {
        return group;
    }

    /**
     * Waits until none is alive any more.
     *
     * @throws IllegalStateException when some are after this time; it names them and tells what they do
     */
    void awaitEnd(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        List<Thread> left = alive();
        while (!left.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("These threads outlive their controller: "
                        + left.stream().map(ControllerThreads::described).collect(Collectors.joining("\n")));
            }
            TimeUnit.MILLISECONDS.timedJoin(left.get(0), BETWEEN_LOOKS.toMillis());
            left = alive();
        }
    }

    private static String described(Thread thread) {
        return thread.getName() + " (" + thread.getState() + ")"
                + Arrays.stream(thread.getStackTrace())
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
    }

    private List<Thread> alive() {
        List<Thread> mine = new ArrayList<>();
        for (Thread thread : all()) {
            if (thread != Thread.currentThread() && isMine(thread) && !isOfLibrary(thread)) {
                mine.add(thread);
            }
        }
        return mine;
    }

    private boolean isMine(Thread thread) {
        ThreadGroup of = thread.getThreadGroup();
        return of != null && (group.parentOf(of) || isNamedAsMine(thread));
    }

    private boolean isNamedAsMine(Thread thread) {
        return NAMES.stream().anyMatch(thread.getName()::startsWith) && !before.contains(thread);
    }

    private static boolean isOfLibrary(Thread thread) {
        if (thread instanceof ForkJoinWorkerThread worker) {
            return worker.getPool() == ForkJoinPool.commonPool();
        }
        return OF_LIBRARIES.matcher(thread.getName()).matches();
    }

    private static List<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] found = new Thread[root.activeCount() + 100];
        return Stream.of(Arrays.copyOf(found, root.enumerate(found))).toList();
    }
}
