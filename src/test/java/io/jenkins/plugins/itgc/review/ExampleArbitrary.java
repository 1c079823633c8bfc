package io.jenkins.plugins.itgc.review;

import net.jqwik.api.Arbitrary;

/** Pull requests of all kinds, for tests of other packages. */
public final class ExampleArbitrary {
    private ExampleArbitrary() {}

    public static Arbitrary<Example> pullRequests() {
        return new ReviewJudgePropertiesTest().pullRequests();
    }
}
