package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.gate.Message;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** One sentence as an answer, in the reader's language. */
final class TextAnswer implements HttpResponse {
    private final int status;
    private final Message sentence;

    TextAnswer(int status, Message sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().print(sentence.in(request.getLocale()));
    }
}
