package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for people. */
class PageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/github/acme/orders/pull/12",
                "/github/acme/orders/commit/retry",
                "/jira/browse/OPS-7",
                "/redmine/issues/7"
            })
    void pageIsServedWithoutScript(String path) throws Exception {
        try (Calling people = Calling.resource("everything.yaml").as(null)) {
            HttpResponse<String> page = people.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                    .contains("default-src 'none'");
            assertThat(page.body()).contains("Retry failed payments").doesNotContain("<script", "style=");
            assertThat(people.sandbox().requests()).isEmpty();
        }
    }

    @Test
    void textFromTheWorldIsEscaped() throws Exception {
        String evil = "body: '<script>alert(1)</script>'";
        try (Calling people = Calling.world(Worlds.small(Worlds.CHANGE, evil)).as(null)) {
            assertThat(people.get("/github/acme/orders/pull/12").body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/github/acme/orders/pull/99",
                "/github/a/b/pull/1",
                "/jira/browse/X-1",
                "/redmine/issues/99",
                "/github/acme/orders/pull/x"
            })
    void pageThatDoesNotExistSaysSo(String path) throws Exception {
        try (Calling people = Calling.resource("everything.yaml").as(null)) {
            assertThat(people.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void styleIsServed() throws Exception {
        try (Calling people = Calling.resource("ordinary-pass.yaml").as(null)) {
            assertThat(people.get("/sandbox.css")
                            .headers()
                            .firstValue("content-type")
                            .orElse(""))
                    .startsWith("text/css");
        }
    }
}
