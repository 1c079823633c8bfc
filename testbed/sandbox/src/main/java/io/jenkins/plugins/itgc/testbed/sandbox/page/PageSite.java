package io.jenkins.plugins.itgc.testbed.sandbox.page;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Pages for people, behind the links that findings carry. */
public final class PageSite implements Site {
    private final Routes routes = new Routes();

    /** Over that world. */
    public PageSite(World world) {
        GitHubPages gitHub = new GitHubPages(world);
        TicketPages tickets = new TicketPages(world);
        routes.on("GET", SlackPages.PATH, request -> new SlackPages(world).answer());
        routes.on("GET", "/", request -> new IndexPage(world).answer())
                .on("GET", "/sandbox.css", request -> style())
                .on("GET", "/github/{owner}/{repo}/pull/{number}", gitHub::pull)
                .on("GET", "/github/{owner}/{repo}/commit/{sha}", gitHub::commit)
                .on("GET", "/jira/browse/{key}", tickets::jira)
                .on("GET", "/redmine/issues/{id}", tickets::redmine);
    }

    @Override
    public boolean answers(String path) {
        return true;
    }

    @Override
    public boolean isCounted() {
        return false;
    }

    @Override
    public Answer answer(Request request) {
        try {
            Routes.Found found = routes.find(request.method(), request.path())
                    .orElseThrow(() -> new HttpProblem(404, "Nothing is served at this address."));
            return found.endpoint().answer(request.on(found.variables()));
        } catch (HttpProblem e) {
            return new Html(e.getMessage()).answer(e.status());
        }
    }

    private static Answer style() {
        try (InputStream style = PageSite.class.getResourceAsStream("sandbox.css")) {
            String text = new String(style.readAllBytes(), StandardCharsets.UTF_8);
            return Answer.text(200, "text/css; charset=utf-8", text).with("X-Content-Type-Options", "nosniff");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
