package io.jenkins.plugins.itgc.ledger.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A signed statement is what DSSE and in-toto say, and nothing else passes for one. */
class EnvelopeTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final Statement STATEMENT = Statement.of(
            List.of(new Statement.Subject("acme/orders commit", Map.of("gitCommit", "a".repeat(40)))),
            PredicateType.REVIEW,
            Map.of("decision", "pass"));

    private static List<VerifyingKey> known() {
        return List.of(KEY.publicPart());
    }

    @Test
    void canBeVerifiedByWhoeverKnowsTheStandards() throws Exception {
        JsonNode envelope =
                new ObjectMapper().readTree(Envelope.sign(STATEMENT, KEY).line());
        byte[] payload = Base64.getDecoder().decode(envelope.path("payload").asText());
        String type = envelope.path("payloadType").asText();
        assertThat(type).isEqualTo("application/vnd.in-toto+json");
        JsonNode statement = new ObjectMapper().readTree(payload);
        assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.path("predicateType").asText()).isEqualTo("io.jenkins.plugins.itgc:review/v1");
        assertThat(statement.at("/subject/0/digest/gitCommit").asText()).isEqualTo("a".repeat(40));
        Signature verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(KEY.publicPart().encoded());
        String before = "DSSEv1 " + type.length() + " " + type + " " + payload.length + " ";
        verifying.update(before.getBytes(StandardCharsets.UTF_8));
        verifying.update(payload);
        byte[] signature =
                Base64.getDecoder().decode(envelope.at("/signatures/0/sig").asText());
        assertThat(verifying.verify(signature)).isTrue();
    }

    @Test
    void isReadBackAsItWasSigned() {
        String line = Envelope.sign(STATEMENT, KEY).line();
        assertThat(Envelope.read(line).line()).isEqualTo(line);
        assertThat(Envelope.read(line).statement(known())).isEqualTo(STATEMENT);
    }

    @Property(tries = 1_000)
    void anyOtherByteAnywhereIsFound(
            @ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(min = 1, max = 127) int flip) {
        byte[] line = Envelope.sign(STATEMENT, KEY).line().getBytes(StandardCharsets.UTF_8);
        line[place % line.length] ^= (byte) flip;
        String changed = new String(line, StandardCharsets.UTF_8);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Envelope.read(changed).statement(known()));
    }

    @Test
    void countsForNothingWhenSomebodyElseSignedIt() {
        Envelope foreign = Envelope.sign(STATEMENT, SigningKey.generate());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> foreign.statement(known()))
                .withMessageContaining("not known");
        Envelope claimed = new Envelope(foreign.payload(), KEY.publicPart().id(), foreign.signature());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> claimed.statement(known()))
                .withMessageContaining("signature is wrong");
    }

    @Test
    void aKeyIsKeptAndReadBack() {
        SigningKey again = SigningKey.of(KEY.secretText());
        assertThat(again.publicPart().id()).isEqualTo(KEY.publicPart().id());
        assertThat(VerifyingKey.all(KEY.publicPart().pem()
                        + SigningKey.generate().publicPart().pem()))
                .hasSize(2)
                .first()
                .isEqualTo(KEY.publicPart());
        List<String> parts = List.of(KEY.secretText().split(":", -1));
        String mixed = parts.get(0) + ":" + SigningKey.generate().secretText().split(":", -1)[1];
        for (String wrong : List.of("", "a:b", parts.get(0), mixed)) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> SigningKey.of(wrong));
        }
        for (String wrong : List.of(
                "", "x", KEY.publicPart().pem() + "x", " " + KEY.publicPart().pem())) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> VerifyingKey.all(wrong));
        }
    }
}
