package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.Extension;
import io.jenkins.plugins.itgc.connect.calendar.CalendarWriter;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.CalendarEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.watch.AnnouncerSource;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Enters releases into the calendars that are configured for it: planned ones, and what became of them. */
@Extension
public class CalendarReleases implements AnnouncerSource {
    private static final Duration SHOWN = Duration.ofMinutes(30);

    @Override
    public List<Announcer> announcers(DeployNews news) {
        return calendars(news.target().environment()).stream()
                .<Announcer>map(InCalendar::new)
                .toList();
    }

    /** Calendars of an environment that releases are entered into. */
    static List<CalendarEntry> calendars(String environment) {
        Optional<EnvironmentEntry> entry = ItgcConfiguration.get().getEnvironments().stream()
                .filter(candidate -> candidate.getName().equals(environment) && candidate.getWindow() != null)
                .findFirst();
        return entry.map(found -> ItgcConfiguration.get().getCalendars().stream()
                        .filter(CalendarEntry::entersReleases)
                        .filter(calendar -> found.getWindow().counts(calendar.getName()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Enters a release that waits for its time.
     *
     * @param service null when nobody said
     * @return whether there was a calendar to enter it into
     */
    public static boolean plan(Change change, String service, Instant at)
            throws EvidenceUnavailable, InterruptedException {
        String environment = change.environment();
        String repository = change.repository().toString();
        String commit = change.commit().sha();
        List<CalendarEntry> calendars = calendars(environment);
        String title = "Planned: " + (service == null ? repository : service) + " to " + environment;
        for (String key : keys(change, service)) {
            for (CalendarEntry calendar : calendars) {
                put(
                        calendar,
                        new CalendarWriter.Release(key, title, repository + "@" + commit, null, at, at.plus(SHOWN)));
            }
        }
        return !calendars.isEmpty();
    }

    /** Enters the date of a pull request, or that there is none any more. */
    public static void enter(ReleasePlans.Plan plan) throws EvidenceUnavailable, InterruptedException {
        Instant at = plan.at() == null ? ItgcServices.get().clock().instant() : plan.at();
        String word = plan.at() == null ? "Unscheduled: " : "Planned: ";
        for (CalendarEntry calendar : calendars(plan.environment())) {
            put(
                    calendar,
                    new CalendarWriter.Release(
                            key(plan.environment(), plan.repository(), plan.pullRequest()),
                            word + plan.title(),
                            "By " + plan.person(),
                            null,
                            at,
                            at.plus(SHOWN)));
        }
    }

    private static void put(CalendarEntry calendar, CalendarWriter.Release release)
            throws EvidenceUnavailable, InterruptedException {
        DeployCalendars.get().copy(calendar).source().writer().put(release);
    }

    /** Entries that tell of a deploy: those of the pull requests that somebody planned, else one of its own. */
    private static List<String> keys(Change change, String service) throws EvidenceUnavailable {
        ReleasePlans plans = new ReleasePlans(ItgcServices.get().ledger());
        String environment = change.environment();
        String repository = change.repository().toString();
        List<String> keys = new ArrayList<>();
        for (int number : change.pullRequests()) {
            plans.of(repository, number, environment).ifPresent(plan -> keys.add(key(environment, repository, number)));
        }
        return keys.isEmpty()
                ? List.of(hash(String.join(
                        "\n",
                        environment,
                        String.valueOf(service),
                        repository.toLowerCase(Locale.ROOT),
                        change.commit().sha())))
                : keys;
    }

    private static String key(String environment, String repository, int pullRequest) {
        return hash(environment + "\n" + repository.toLowerCase(Locale.ROOT) + "#" + pullRequest);
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 40);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private record InCalendar(CalendarEntry calendar) implements Announcer {
        private static final Set<DeployState> TOLD = Set.of(
                DeployState.STARTED,
                DeployState.SUCCEEDED,
                DeployState.FAILED,
                DeployState.ABORTED,
                DeployState.UNKNOWN);

        @Override
        public String name() {
            return "calendar " + calendar.getName();
        }

        @Override
        public boolean wants(DeployState state) {
            return TOLD.contains(state);
        }

        @Override
        public Announced announce(DeployNews news) throws EvidenceUnavailable, InterruptedException {
            String environment = news.target().environment();
            String numbers = news.pullRequests().stream()
                    .map(pr -> "#" + pr.number() + " " + pr.title())
                    .collect(Collectors.joining(", "));
            for (String key : keys(carried(news), news.target().service())) {
                put(
                        calendar,
                        new CalendarWriter.Release(
                                key,
                                word(news.state()) + ": " + news.target().service() + " to " + environment,
                                news.repository() + "@" + news.commit() + " by build " + news.build() + "\n" + numbers,
                                news.buildUrl(),
                                news.at(),
                                news.at().plus(SHOWN)));
            }
            return new Announced(Message.of("deploy.notice.calendar", calendar.getName()), null);
        }

        private static Change carried(DeployNews news) {
            List<Integer> numbers = news.pullRequests().stream()
                    .map(DeployNews.PullRequest::number)
                    .toList();
            return Change.ofProduction(
                    RepositoryId.parse(news.repository()),
                    new CommitId(news.commit()),
                    null,
                    numbers,
                    news.target().environment());
        }

        private static String word(DeployState state) {
            return switch (state) {
                case SUCCEEDED -> "Deploy succeeded";
                case STARTED -> "Deploy running";
                default -> "Deploy " + state.name().toLowerCase(Locale.ROOT);
            };
        }
    }
}
