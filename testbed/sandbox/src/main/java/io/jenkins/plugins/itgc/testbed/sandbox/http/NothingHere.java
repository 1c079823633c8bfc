package io.jenkins.plugins.itgc.testbed.sandbox.http;

/** Answers whatever no site answers. */
public final class NothingHere implements Site {
    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.text(404, "text/plain; charset=utf-8", "Nothing is served at this address.\n");
    }
}
