package io.jenkins.plugins.itgc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.approval.ApprovalWire;
import io.jenkins.plugins.itgc.deploy.DeployWire;
import io.jenkins.plugins.itgc.migration.MigrationWire;
import io.jenkins.plugins.itgc.review.ReviewPolicyWire;
import io.jenkins.plugins.itgc.review.ReviewWire;
import io.jenkins.plugins.itgc.window.WindowWire;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not known is kept as nothing, and comes back as nothing: neither the ledger nor its readers make something of it. */
class NothingOnTheWireTest {
    /** These are given something, or choose by its kind. */
    private static final Set<String> NEVER_NOTHING =
            Set.of("rule", "sorted", "DeployWire.pullRequest", "DeployWire.ticket");

    static Stream<Method> translations() throws ClassNotFoundException {
        return Stream.of(
                        ApprovalWire.class,
                        DeployWire.class,
                        MigrationWire.class,
                        ReviewPolicyWire.class,
                        ReviewWire.class,
                        WindowWire.class,
                        Class.forName("io.jenkins.plugins.itgc.review.PullRequestWire"),
                        Class.forName("io.jenkins.plugins.itgc.review.TicketWire"))
                .flatMap(wire -> Arrays.stream(wire.getDeclaredMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && method.getParameterCount() == 1)
                .filter(method -> !NEVER_NOTHING.contains(method.getName())
                        && !NEVER_NOTHING.contains(
                                method.getDeclaringClass().getSimpleName() + "." + method.getName()));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void nothingStaysNothing(Method translation) throws ReflectiveOperationException {
        translation.setAccessible(true);

        assertThat(translation.invoke(null, new Object[1])).isNull();
    }
}
