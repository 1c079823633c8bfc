package io.jenkins.plugins.itgc.connect.sns;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.messagemanager.sns.SnsMessageManager;
import software.amazon.awssdk.messagemanager.sns.model.SnsMessage;
import software.amazon.awssdk.regions.Region;

/** Verifies what SNS sends, by Amazon's own library: signature of version 1 or 2, and where its certificate comes from. */
public final class SnsMessages {
    private static final Pattern TOPIC =
            Pattern.compile("arn:aws[a-z-]*:sns:([a-z0-9-]{1,30}):[0-9]{12}:[A-Za-z0-9_-]{1,256}");

    private final Set<String> topics;
    private final Fetching fetching;
    private final Map<String, SnsMessageManager> regions = new ConcurrentHashMap<>();

    /** Fetches a certificate, or visits the address that confirms a subscription. */
    public interface Fetching {
        /** @throws IOException when there is no answer, or it is no success */
        byte[] get(URI address) throws IOException;
    }

    /** @param topics ARNs of the topics that may send */
    public SnsMessages(Set<String> topics, Fetching fetching) {
        this.topics = Set.copyOf(topics);
        this.fetching = fetching;
    }

    /**
     * The message, when SNS signed it for a topic that is allowed; empty otherwise, whatever is wrong with it.
     *
     * @param topic header {@code x-amz-sns-topic-arn}; only says where to begin, the signed message must say the same
     */
    public Optional<SnsMessage> verified(byte[] body, String topic) {
        Matcher arn = TOPIC.matcher(String.valueOf(topic));
        if (!arn.matches() || !topics.contains(topic)) {
            return Optional.empty();
        }
        try {
            SnsMessage message = in(arn.group(1)).parseMessage(new String(body, StandardCharsets.UTF_8));
            return Optional.of(message).filter(signed -> topic.equals(signed.topicArn()));
        } catch (RuntimeException e) {
            // Besides its own exceptions the library throws whatever it stumbles over in what is no message.
            return Optional.empty();
        }
    }

    private SnsMessageManager in(String region) {
        return regions.computeIfAbsent(region, name -> SnsMessageManager.builder()
                .httpClient(new SnsCertificates(fetching))
                .region(Region.of(name))
                .build());
    }

    /**
     * Confirms a subscription.
     *
     * @param address as a verified message gave it
     * @throws IOException when it is not an address of SNS, or SNS does not answer
     */
    public void confirm(URI address) throws IOException {
        boolean amazon = "https".equals(address.getScheme())
                && String.valueOf(address.getHost()).matches("sns\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?")
                && address.getPort() == -1;
        if (!amazon) {
            throw new IOException("This is no address of SNS.");
        }
        fetching.get(address);
    }
}
