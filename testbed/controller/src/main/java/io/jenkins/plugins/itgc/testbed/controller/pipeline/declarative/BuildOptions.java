package io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative;

import hudson.AbortException;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Definitions;
import java.io.IOException;
import java.util.Set;

/** The {@code options} of a Pipeline or stage. */
public final class BuildOptions {
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "ansiColor",
            "buildDiscarder",
            "disableResume",
            "durabilityHint",
            "logRotator",
            "parallelsAlwaysFailFast",
            "preserveStashes",
            "quietPeriod",
            "skipDefaultCheckout",
            "skipStagesAfterUnstable",
            "timestamps");

    private BuildOptions() {}

    /** Whether the Pipeline's agents begin without the files of the repository. */
    public static boolean skipCheckout(Section root) throws AbortException {
        return root.has("options")
                && root.section("options").calls().stream()
                        .anyMatch(option -> option.name().equals("skipDefaultCheckout"));
    }

    /** Whether the option is a step around the stages. */
    public static boolean wraps(Call option) {
        return option.name().equals("timeout") || option.name().equals("retry");
    }

    /** Applies an option to the job; an unknown one is an AbortException. */
    public static void apply(Call option) throws IOException {
        if (option.name().equals("disableConcurrentBuilds")) {
            Definitions.job().setConcurrentBuild(false);
        } else if (!WITHOUT_EFFECT.contains(option.name())) {
            throw new AbortException("Invalid option type \"" + option.name() + "\"");
        }
    }
}
