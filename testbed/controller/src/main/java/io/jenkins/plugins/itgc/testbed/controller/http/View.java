package io.jenkins.plugins.itgc.testbed.controller.http;

/** The pages of plugins' own objects that are written in Jelly; the testbed does not draw them. */
final class View {
    private View() {}

    static Object render(Step step, String name) {
        return null;
    }
}
