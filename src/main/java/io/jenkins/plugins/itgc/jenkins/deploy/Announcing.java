package io.jenkins.plugins.itgc.jenkins.deploy;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the systems around of deploys, on other threads than theirs. What a system does not take is told again, more and
 * more seldom, and after a restart too; the deploy itself is never held up by it.
 */
@Extension
public class Announcing implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(Announcing.class.getName());
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** News of one deploy are told to one system in their order: a "done" must not overtake its "begun". */
    private final Map<String, List<DeployNews>> pending = new HashMap<>();

    public static Announcing get() {
        return ExtensionList.lookupSingleton(Announcing.class);
    }

    /** Something has happened to a deploy. */
    public void news(DeployNews news) {
        announcers(news).forEach(announcer -> add(announcer, news));
    }

    /** Tells, after a restart, what some have not been told according to the ledger. */
    public void missedNews() {
        ItgcServices services = ItgcServices.get();
        Set<List<String>> told = ToldNews.read(services.ledger());
        for (DeployNews news : services.deploys().newsSince(services.clock().instant().minus(REMEMBERED))) {
            announcers(news).stream()
                    .filter(announcer -> !told.contains(ToldNews.key(announcer.name(), news)))
                    .forEach(announcer -> add(announcer, news));
        }
    }

    private static List<Announcer> announcers(DeployNews news) {
        return ExtensionList.lookup(AnnouncerSource.class).stream()
                .flatMap(source -> announcers(source, news).stream())
                .filter(announcer -> announcer.wants(news.state()))
                .toList();
    }

    /** The deploy waits for this call, so nothing that goes wrong here may reach it. */
    private static List<Announcer> announcers(AnnouncerSource source, DeployNews news) {
        try {
            return source.announcers(news);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, source.getClass().getName() + " cannot tell who wants to hear of deploys", e);
            return List.of();
        }
    }

    private void add(Announcer announcer, DeployNews news) {
        String line = announcer.name() + " " + news.deploy();
        synchronized (pending) {
            List<DeployNews> waiting = pending.computeIfAbsent(line, key -> new ArrayList<>());
            waiting.add(news);
            if (waiting.size() > 1) {
                return;
            }
        }
        soon(announcer, line, FIRST);
    }

    private void soon(Announcer announcer, String line, Duration next) {
        ItgcServices.get().soon(() -> tell(announcer, line, next));
    }

    private void tell(Announcer announcer, String line, Duration next) {
        DeployNews news;
        synchronized (pending) {
            news = pending.get(line).get(0);
        }
        if (told(announcer, news)) {
            if (more(line)) {
                soon(announcer, line, FIRST);
            }
        } else {
            Duration longer = next.multipliedBy(2);
            Duration then = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
            ItgcServices.get().waiting().await(next, Set.of(), () -> soon(announcer, line, then));
        }
    }

    private boolean more(String line) {
        synchronized (pending) {
            List<DeployNews> waiting = pending.get(line);
            waiting.remove(0);
            if (waiting.isEmpty()) {
                pending.remove(line);
            }
            return !waiting.isEmpty();
        }
    }

    private static boolean told(Announcer announcer, DeployNews news) {
        try {
            Announcer.Announced announced = announcer.announce(news);
            record(announcer, news, announced);
            return true;
        } catch (EvidenceUnavailable e) {
            LOGGER.log(Level.INFO, "{0} could not be told of deploy {1}: {2} {3}", new Object[] {
                announcer.name(), news.deploy(), e.finding().what(), e.finding().next()
            });
        } catch (LedgerFailure e) {
            LOGGER.log(Level.WARNING, "That " + announcer.name() + " was told could not be recorded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, announcer.name() + " failed on deploy " + news.deploy(), e);
        }
        return false;
    }

    private static void record(Announcer announcer, DeployNews news, Announcer.Announced announced) {
        ToldNews noticed = new ToldNews(
                news.deploy(),
                announcer.name(),
                news.state().kind(),
                news.target().service(),
                news.target().environment(),
                announced.what(),
                announced.link());
        ItgcServices.get()
                .ledger()
                .append(new Draft(ToldNews.KIND, news.target().subject(), announcer.name(), noticed));
    }
}
