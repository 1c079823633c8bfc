package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.Notifications;
import io.jenkins.plugins.itgc.deploy.OrderedWork;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the systems around of deploys, on other threads than theirs. What a system does not take is told again, more and
 * more seldom, and after a restart too; the deploy itself is never held up by it.
 */
@Extension
public class Announcing implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(Announcing.class.getName());
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** News of one deploy are told to one system in their order: a "done" must not overtake its "begun". */
    private final OrderedWork lines = new OrderedWork(
            work -> ItgcServices.get().soon(work),
            (after, work) -> ItgcServices.get().waiting().await(after, Set.of(), work));

    /** The one of this controller. */
    public static Announcing get() {
        return ExtensionList.lookupSingleton(Announcing.class);
    }

    /** Something has happened to a deploy. */
    public void news(DeployNews news) {
        tell(news, announcer -> true);
    }

    /** Tells, after a restart, what some have not been told according to the ledger. */
    public void missedNews() {
        ItgcServices services = ItgcServices.get();
        Set<List<String>> told = new Notifications(services.ledger()).sent();
        for (DeployNews news : services.deploys().newsSince(oldest())) {
            tell(news, announcer -> !told.contains(Notifications.key(announcer.name(), news)));
        }
    }

    private static Instant oldest() {
        return ItgcServices.get().clock().instant().minus(REMEMBERED);
    }

    private void tell(DeployNews news, Predicate<Announcer> wanted) {
        for (AnnouncerSource source : ExtensionList.lookup(AnnouncerSource.class)) {
            lines.add(source.getClass().getName() + " " + news.deploy(), () -> asked(source, news, wanted));
        }
    }

    /** Whoever cannot say now who wants to hear of it is asked again, until it is no news any more. */
    private boolean asked(AnnouncerSource source, DeployNews news, Predicate<Announcer> wanted) {
        try {
            source.announcers(news).stream()
                    .filter(announcer -> announcer.wants(news.state()) && wanted.test(announcer))
                    .forEach(announcer ->
                            lines.add(announcer.name() + " " + news.deploy(), () -> told(announcer, news)));
            return true;
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    source.getClass().getName() + " cannot determine the notifications of deploy " + news.deploy()
                            + "; it is tried again",
                    e);
            return news.at().isBefore(oldest());
        }
    }

    private static boolean told(Announcer announcer, DeployNews news) {
        try {
            Announcer.Announced announced = announcer.announce(news);
            new Notifications(ItgcServices.get().ledger()).record(announcer, news, announced);
            return true;
        } catch (EvidenceUnavailable e) {
            LOGGER.log(Level.INFO, "{0} could not be notified of deploy {1}: {2} {3}", new Object[] {
                announcer.name(), news.deploy(), e.finding().what(), e.finding().next()
            });
        } catch (LedgerFailure e) {
            LOGGER.log(Level.WARNING, "The notification to " + announcer.name() + " could not be recorded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, announcer.name() + " failed on deploy " + news.deploy(), e);
        }
        return false;
    }
}
