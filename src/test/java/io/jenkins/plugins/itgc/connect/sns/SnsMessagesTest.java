package io.jenkins.plugins.itgc.connect.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SNS signed for a topic that is allowed, and nothing else; signed with a key made for this test. */
class SnsMessagesTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:github";
    private static final String CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem";

    @TempDir
    static Path folder;

    private static PrivateKey key;
    private static byte[] pem;

    private final List<URI> visited = new ArrayList<>();

    @BeforeAll
    static void makeAKey() throws Exception {
        Path store = folder.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "sns",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=sns.amazonaws.com",
                        "-ext",
                        "SAN=dns:sns.amazonaws.com",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        key = (PrivateKey) keys.getKey("sns", "changeit".toCharArray());
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("sns").getEncoded());
        pem = ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----").getBytes(StandardCharsets.UTF_8);
    }

    private SnsMessages messages() {
        return new SnsMessages(Set.of(TOPIC), address -> {
            visited.add(address);
            return pem;
        });
    }

    private static String notification(String message, String topic, String version) throws Exception {
        String text = "Message\n" + message + "\nMessageId\nid-1\nTimestamp\n2026-10-01T12:45:07.000Z\nTopicArn\n"
                + topic + "\nType\nNotification\n";
        Signature signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return """
                {"Type":"Notification","MessageId":"id-1","TopicArn":"%s","Message":"%s","Timestamp":"2026-10-01T12:45:07.000Z",
                "SignatureVersion":"%s","Signature":"%s","SigningCertURL":"%s",
                "UnsubscribeURL":"https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe"}""".formatted(
                        topic, message, version, Base64.getEncoder().encodeToString(signature.sign()), CERTIFICATE);
    }

    private boolean taken(String json, String topic) {
        return messages().verified(json.getBytes(StandardCharsets.UTF_8), topic).isPresent();
    }

    @Test
    void takesWhatIsSignedInEitherVersion() throws Exception {
        assertThat(taken(notification("hello", TOPIC, "1"), TOPIC)).isTrue();
        assertThat(taken(notification("hello", TOPIC, "2"), TOPIC)).isTrue();
        assertThat(visited).containsOnly(URI.create(CERTIFICATE));
    }

    @Test
    void refusesForgedForeignAndUnsigned() throws Exception {
        String json = notification("hello", TOPIC, "2");
        assertThat(taken(json.replace("hello", "hullo"), TOPIC)).isFalse();
        assertThat(taken(json.replace("sns.eu-west-1.amazonaws.com/Simple", "sns.evil.example/Simple"), TOPIC))
                .isFalse();
        assertThat(taken(
                        json.replace(
                                "https://sns.eu-west-1.amazonaws.com/Simple",
                                "http://sns.eu-west-1.amazonaws.com/Simple"),
                        TOPIC))
                .isFalse();
        assertThat(taken("{\"action\":\"opened\"}", TOPIC)).isFalse();
        assertThat(taken("", TOPIC)).isFalse();
    }

    @Test
    void refusesOtherTopicsWhateverTheHeaderSays() throws Exception {
        String other = TOPIC.replace("github", "other");
        assertThat(taken(notification("hello", other, "2"), other)).isFalse();
        assertThat(taken(notification("hello", other, "2"), TOPIC)).isFalse();
        assertThat(taken(notification("hello", TOPIC, "2"), null)).isFalse();
        assertThat(taken(notification("hello", TOPIC, "2"), "arn:aws:sns:../x:123456789012:github"))
                .isFalse();
    }

    @Test
    void confirmsOnlyAtAmazon() throws Exception {
        messages().confirm(URI.create("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1"));
        assertThat(visited).hasSize(1);
        for (String address : List.of(
                "http://sns.eu-west-1.amazonaws.com/",
                "https://sns.eu-west-1.amazonaws.com.evil.example/",
                "https://sns.eu-west-1.amazonaws.com:8443/",
                "https://evil.example/sns.eu-west-1.amazonaws.com",
                "https://169.254.169.254/")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> messages().confirm(URI.create(address)));
        }
        assertThat(visited).hasSize(1);
    }
}
