package io.jenkins.plugins.itgc.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.HoldEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.ShareEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds, overrides, break-glass and share links. */
class OtherFoldsTest {
    private static final Instant LATER = Happened.START.plus(Duration.ofHours(2));

    private final Happened happened = new Happened();

    private Recorded<HoldEvent.Placed> held(String service, Instant until) {
        return happened.next(new HoldEvent.Placed(
                new Subject.OfHold(service, "production"),
                new HoldEvent.Hold("production", service, "mia", "Sale", until)));
    }

    private Recorded<HoldEvent.Released> released(String service) {
        return happened.next(new HoldEvent.Released(
                new Subject.OfHold(service, "production"),
                new HoldEvent.Hold("production", service, "mia", "Sale", null)));
    }

    @Test
    void aHoldOfTheEnvironmentOutlivesTheReleaseOfAService() {
        HoldFold held = HoldFold.NONE.after(held(null, null)).after(held("orders", null));

        assertThat(held.after(released("orders")).at(LATER)).hasSize(1);
        assertThat(held.after(released("payments")).at(LATER)).hasSize(2);
        assertThat(held.after(released(null)).after(released("orders")).at(LATER))
                .isEmpty();
    }

    @Test
    void aHoldEndsByItselfAtItsMomentAndANewOneTakesItsPlace() {
        HoldFold held = HoldFold.NONE.after(held("orders", LATER));

        assertThat(held.at(LATER.minusNanos(1))).hasSize(1);
        assertThat(held.at(LATER)).isEmpty();
        assertThat(held.after(held("orders", null)).at(LATER)).hasSize(1);
    }

    private Recorded<WindowEvent.Overridden> overridden(String service, String reason) {
        return overridden(service, reason, LATER);
    }

    private Recorded<WindowEvent.Overridden> overridden(String service, String reason, Instant until) {
        return happened.next(new WindowEvent.Overridden(
                new Subject.OfOverride("acme/orders", "c".repeat(40), "production", service),
                new WindowEvent.OverrideBody(
                        "production", service, "acme/orders", "c".repeat(40), "mia", reason, until, null)));
    }

    @Test
    void ofOverridesThatConcernTheServiceTheOneThatLastsLongestCountsAndThenTheNewest() {
        List<Recorded<WindowEvent.Overridden>> overrides = List.of(
                overridden(null, "long", LATER.plusSeconds(60)),
                overridden(null, "long again", LATER.plusSeconds(60)),
                overridden("orders", "short", LATER),
                overridden("payments", "longer", LATER.plusSeconds(90)));

        assertThat(reason(overrides, "orders")).isEqualTo("long again");
        assertThat(reason(overrides, "payments")).isEqualTo("longer");
    }

    @Test
    void ofOverridesThatLastAsLongTheNewestThatConcernsTheServiceCountsWhateverCameForOthers() {
        List<Recorded<WindowEvent.Overridden>> overrides =
                List.of(overridden(null, "all"), overridden("orders", "orders"), overridden("payments", "payments"));

        assertThat(reason(overrides, "orders")).isEqualTo("orders");
        assertThat(reason(overrides, "payments")).isEqualTo("payments");
        assertThat(reason(overrides, "search")).isEqualTo("all");
        assertThat(reason(overrides, null)).isEqualTo("all");
        assertThat(OverrideFold.counting(overrides.subList(1, 2), "payments")).isEmpty();
        assertThat(OverrideFold.counting(overrides.subList(1, 2), null)).isEmpty();
    }

    private static String reason(List<Recorded<WindowEvent.Overridden>> overrides, String service) {
        return OverrideFold.counting(overrides, service)
                .map(override -> override.event().body().reason())
                .orElse(null);
    }

    @Test
    void aReviewOfBreakGlassThatNobodyConfirmedYetChangesNothing() {
        Subject.InEnvironment subject = new Subject.InEnvironment("acme/orders", "c".repeat(40), "production");
        ApprovalEvent.Answer word = new ApprovalEvent.Answer("1", "mia", null, "jenkins", Set.of(), "", LATER, null);
        BreakGlassFold opened =
                BreakGlassFold.next(null, happened.next(new ApprovalEvent.BreakGlassOpened(subject, word)));

        BreakGlassFold early =
                BreakGlassFold.next(opened, happened.next(new ApprovalEvent.BreakGlassReviewed(subject, word)));
        assertThat(early).isEqualTo(opened);

        BreakGlassFold confirmed =
                BreakGlassFold.next(early, happened.next(new ApprovalEvent.BreakGlassConfirmed(subject, word)));
        assertThat(confirmed.missed(LATER.plusNanos(1))).isTrue();
        assertThat(BreakGlassFold.next(confirmed, happened.next(new ApprovalEvent.BreakGlassReviewed(subject, word)))
                        .missed(LATER.plusNanos(1)))
                .isFalse();
    }

    private Recorded<ShareEvent.Created> created(String share, Long deploy, Instant expires) {
        return happened.next(
                new ShareEvent.Created(new Subject.OfDeploy("7"), new ShareEvent.Share(share, deploy, expires, "mia")));
    }

    private Recorded<ShareEvent.Revoked> revoked(String by) {
        return happened.next(
                new ShareEvent.Revoked(new Subject.OfDeploy("7"), new ShareEvent.Share("s1", null, null, by)));
    }

    @Test
    void aShareLinkIsMadeOnceAndRevokedOnce() {
        ShareFold link = ShareFold.next(null, created("s1", 7L, LATER));

        assertThat(ShareFold.next(link, created("s1", 8L, Instant.MAX))).isEqualTo(link);
        ShareFold revoked = ShareFold.next(link, revoked("nina"));
        assertThat(revoked.revokedBy()).isEqualTo("nina");
        assertThat(ShareFold.next(revoked, revoked("olaf"))).isEqualTo(revoked);
        assertThat(ShareFold.next(revoked, created("s1", 7L, LATER))).isEqualTo(revoked);
    }

    @Test
    void aRevocationOfNothingIsNothingAndALinkWithoutAnEndHasEnded() {
        assertThat(ShareFold.next(null, revoked("nina"))).isNull();

        ShareFold endless = ShareFold.next(null, created("s1", 7L, null));

        assertThat(endless.expiresAt()).isEqualTo(endless.createdAt());
    }
}
