package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.ShareEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links that show one deploy to people who have no account: signed, and only as long as the ledger knows them, they have
 * not expired and nobody revoked them.
 */
public final class ShareLinks {
    /** Where the links lead. */
    public static final String PATH = "deploy-share";

    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{32})-([0-9]{1,18})-([0-9]{1,12})-([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A new link.
     *
     * @param path below the controller's root
     */
    public record Link(String id, String path, Instant expires) {}

    /** Signs what a link says. */
    public interface Signer {
        /** The signature, as 64 hexadecimal digits. */
        String sign(String content);

        /** Whether this is the signature of the content; takes as long for a nearly right one as for any other. */
        boolean isOf(String content, String signature);
    }

    private final DashboardData data;
    private final Signer signer;

    /**
     * @param data keeps links in its ledger
     * @param signer of this controller; a link that another one signed leads nowhere
     */
    public ShareLinks(DashboardData data, Signer signer) {
        this.data = data;
        this.signer = signer;
    }

    /**
     * Makes a link, which the ledger keeps with who made it.
     *
     * @param lasting until it expires, cut to whole seconds
     * @param user who makes it; null for somebody without an account
     */
    public Link create(long deploy, Duration lasting, @Nullable String user) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        Instant expires = data.clock().instant().plus(lasting).truncatedTo(ChronoUnit.SECONDS);
        String who = name(user);
        append(new ShareEvent.Created(subject(deploy), new ShareEvent.Share(id, deploy, expires, who)), who);
        String content = id + "-" + deploy + "-" + expires.getEpochSecond();
        return new Link(id, PATH + "/" + content + "-" + signer.sign(content) + "/", expires);
    }

    /** Ends a link; nothing happens when there is none of this id. */
    public void revoke(String id, @Nullable String user) {
        Optional<Records.Share> share = data.complete().records().share(id);
        String who = name(user);
        share.ifPresent(known -> append(
                new ShareEvent.Revoked(subject(known.deploy()), new ShareEvent.Share(id, null, null, who)), who));
    }

    private static String name(@Nullable String user) {
        return Objects.requireNonNullElse(user, "anonymous");
    }

    private static Subject.OfDeploy subject(long deploy) {
        return new Subject.OfDeploy(Long.toString(deploy));
    }

    private void append(ShareEvent event, String who) {
        new EventLog(data.ledger()).append(event, Actor.user(who));
    }

    /** The deploy that a link shows; empty for every link that does not hold, whatever the reason. */
    public Optional<Deploy> open(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String content = token.substring(0, parts.start(4) - 1);
        if (!signer.isOf(content, parts.group(4))) {
            return Optional.empty();
        }
        // A link that was revoked must not work because its entry has not been read yet.
        Projection projection = data.complete();
        Instant now = data.clock().instant();
        return projection
                .records()
                .share(parts.group(1))
                .filter(share -> share.revokedAt() == null && now.isBefore(share.expiresAt()))
                .filter(share -> share.deploy() == Long.parseLong(parts.group(2))
                        && share.expiresAt().getEpochSecond() == Long.parseLong(parts.group(3)))
                .flatMap(share -> projection.deploys().byId(share.deploy(), Scope.ALL));
    }
}
