package io.jenkins.plugins.itgc.testbed.controller.jelly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the testbed draws of Jelly, and what it refuses by name. */
class JellyPageTest {
    private static final Surroundings AROUND = new Surroundings("/jenkins", "Crumb", "c");

    /** An object with pages. */
    public static class Shown {
        public String getName() {
            return "<b>\"me\"</b>";
        }

        public Shown getOther() {
            return this;
        }
    }

    /** Has the pages of the class above it. */
    public static final class Inherited extends Shown {}

    private static JellyPage.Drawn draw(Object it, String page) throws IOException {
        return JellyPage.of(it, page).orElseThrow().draw(AROUND);
    }

    @Test
    void drawsTagsTextsAndIncludedPages() throws IOException {
        JellyPage.Drawn page = draw(new Inherited(), "index");

        assertThat(page.title()).isEqualTo("Greeting");
        assertThat(page.body())
                .contains("<h1>Greeting</h1>")
                .contains("<a href=\"/jenkins/x?a=&lt;b&gt;&quot;me&quot;&lt;/b&gt;\">")
                .contains("&lt;b&gt;\"me\"&lt;/b&gt;".replace("\"", "&quot;"))
                .contains("src=\"/jenkins/static/0/plugin/x.js\"")
                .contains("from the world")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @CsvSource({
        "tag, l:task",
        "attribute, permission of <l:layout>",
        "expression, it.name.length()",
        "property, no public property nothing"
    })
    void refusesWhatItDoesNotKnow(String page, String named) {
        assertThatThrownBy(() -> draw(new Shown(), page))
                .isInstanceOf(JellyFailure.class)
                .hasMessageContaining(named)
                .hasMessageContaining(page + ".jelly");
    }

    @Test
    void hasNoPageWhereThereIsNone() {
        assertThat(JellyPage.of(new Shown(), "nowhere")).isEmpty();
        assertThat(JellyPage.of("a text", "index")).isEmpty();
    }
}
