package io.jenkins.plugins.itgc.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filed is found again: a subject reads what it wrote. */
class SubjectTest {
    @Provide
    Arbitrary<String> repositories() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("-._")
                .ofMinLength(1)
                .ofMaxLength(9)
                .map(name -> "acme/" + name);
    }

    @Provide
    Arbitrary<String> commits() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(40);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("-_.")
                .ofMinLength(1)
                .ofMaxLength(9);
    }

    /** Any, also with the words by which the ledger names things; an environment must do without. */
    @Provide
    Arbitrary<String> services() {
        return names().list().ofMinSize(1).ofMaxSize(3).flatMap(parts -> Arbitraries.of(" in ", " of ", " ", "@")
                .map(between -> String.join(between, parts)));
    }

    @Property
    void ofAChange(@ForAll("repositories") String repository, @ForAll("commits") String commit) {
        Subject.OfChange subject = new Subject.OfChange(repository, commit, null);
        assertThat(Subject.OfChange.parse(subject.text())).isEqualTo(subject);
    }

    @Property
    void inAnEnvironment(
            @ForAll("repositories") String repository,
            @ForAll("commits") String commit,
            @ForAll("names") String where,
            @ForAll("services") String service) {
        Subject.InEnvironment subject = new Subject.InEnvironment(repository, commit, where);
        assertThat(Subject.InEnvironment.parse(subject.text())).isEqualTo(subject);
        Subject.OfOverride all = new Subject.OfOverride(repository, commit, where, null);
        assertThat(Subject.OfOverride.parse(all.text())).isEqualTo(all);
        Subject.OfOverride one = new Subject.OfOverride(repository, commit, where, service);
        assertThat(Subject.OfOverride.parse(one.text())).isEqualTo(one);
        Subject.OfPlan plan = new Subject.OfPlan(repository, 12, where);
        assertThat(Subject.OfPlan.parse(plan.text())).isEqualTo(plan);
    }

    @Property
    void ofATarget(@ForAll("services") String service, @ForAll("names") String environment) {
        Subject.OfTarget target = new Subject.OfTarget(service, environment);
        assertThat(Subject.OfTarget.parse(target.text())).isEqualTo(target);
        Subject.OfHold hold = new Subject.OfHold(service, environment);
        assertThat(Subject.OfHold.parse(hold.text())).isEqualTo(hold);
        assertThat(Subject.OfHold.parse(environment)).isEqualTo(new Subject.OfHold(null, environment));
        Subject.OfBypass bypass = new Subject.OfBypass(target, null);
        assertThat(Subject.OfBypass.parse(bypass.text())).isEqualTo(bypass);
        Subject.OfAccount account = new Subject.OfAccount(environment, service);
        assertThat(Subject.OfAccount.parse(account.text())).isEqualTo(account);
    }

    /** Environments are named without these words; services may have them wherever they like. */
    @ParameterizedTest
    @ValueSource(strings = {"in", "of", "in orders", "orders in", "of orders", "orders of", "a in b of c", " in of "})
    void ofAServiceWithTheWordsThatDivide(String service) {
        ofATarget(service, "production");
        Subject.OfOverride override = new Subject.OfOverride("acme/orders", "c".repeat(40), "production", service);
        assertThat(Subject.OfOverride.parse(override.text())).isEqualTo(override);
    }

    @Test
    void ofADeploymentThatOnlyTheCodeHostKnows() {
        Subject.OfBypass subject = new Subject.OfBypass(
                null, new Subject.OfBypass.Hosted("acme/orders", "c".repeat(40), "7", "production"));
        assertThat(Subject.OfBypass.parse(subject.text())).isEqualTo(subject);
    }

    @Test
    void ofAPullRequestWhoseCommitIsNotKnown() {
        assertThat(Subject.OfChange.parse("acme/orders#12")).isEqualTo(new Subject.OfChange("acme/orders", null, 12));
        assertThat(Subject.OfChange.parse("acme/orders#?")).isEqualTo(new Subject.OfChange("acme/orders", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme/orders",
                "acme/orders@",
                "acme/orders@c in",
                "@c in production",
                "acme/orders in production"
            })
    void isNoneOfAnotherForm(String text) {
        assertThatExceptionOfType(Subject.Malformed.class).isThrownBy(() -> Subject.InEnvironment.parse(text));
    }
}
