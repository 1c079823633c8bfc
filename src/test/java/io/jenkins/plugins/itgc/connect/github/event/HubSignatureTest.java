package io.jenkins.plugins.itgc.connect.github.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** GitHub's documented example: secret and payload as on its page about validating deliveries. */
class HubSignatureTest {
    private static final String SECRET = "It's a Secret to Everybody";
    private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void verifiesTheDocumentedExample() {
        assertThat(HubSignature.valid(BODY, SIGNATURE, List.of(SECRET))).isTrue();
    }

    @Test
    void takesEitherOfTwoSecretsWhileTheyAreChanged() {
        assertThat(HubSignature.valid(BODY, SIGNATURE, List.of("new", SECRET))).isTrue();
        assertThat(HubSignature.valid(BODY, SIGNATURE, List.of(SECRET, "new"))).isTrue();
    }

    @Test
    void refusesEverythingElse() {
        List<String> secrets = List.of(SECRET);
        byte[] other = "Hello, World?".getBytes(StandardCharsets.UTF_8);
        assertThat(HubSignature.valid(other, SIGNATURE, secrets)).isFalse();
        assertThat(HubSignature.valid(BODY, null, secrets)).isFalse();
        assertThat(HubSignature.valid(BODY, "", secrets)).isFalse();
        assertThat(HubSignature.valid(BODY, SIGNATURE, List.of())).isFalse();
        assertThat(HubSignature.valid(BODY, SIGNATURE, List.of(""))).isFalse();
        assertThat(HubSignature.valid(BODY, SIGNATURE, List.of("it's a secret to everybody")))
                .isFalse();
        assertThat(HubSignature.valid(BODY, SIGNATURE.substring(0, 70), secrets))
                .isFalse();
        assertThat(HubSignature.valid(BODY, SIGNATURE.toUpperCase(Locale.ROOT), secrets))
                .isFalse();
        assertThat(HubSignature.valid(BODY, SIGNATURE.replace("sha256=", "sha1="), secrets))
                .isFalse();
        assertThat(HubSignature.valid(BODY, SIGNATURE.replace('7', '8'), secrets))
                .isFalse();
    }
}
