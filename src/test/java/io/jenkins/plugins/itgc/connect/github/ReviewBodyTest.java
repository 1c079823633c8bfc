package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.review.Example;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside stays text: it makes no table cell, no markup, no mention and no link of its own. */
class ReviewBodyTest {
    private static String body(List<Finding> findings) {
        Change change = Change.ofProduction(Example.REPOSITORY, Example.HEAD, Example.TREE, List.of(12), null);
        Explanation rules =
                Explanation.all(Message.text("Review"), List.of(Explanation.refuse(Message.text("rule"), findings)));
        return new ReviewBody(new Ruling("review", change, new Decision.Refuse(findings), rules), Locale.ENGLISH)
                .markdown();
    }

    private static Finding finding(String what, String link) {
        return new Finding("code", Message.text(what), "subject", link, Message.text("Next."));
    }

    /** The row of the table that tells a finding. */
    private static String row(String what) {
        return body(List.of(finding(what, null)))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b |\n| c | d |",
                "a\r\n\r\n# Approved\r\n",
                "line\u2028separator\u2029here",
                "\\| already escaped \\\\|"
            })
    void doesNotBreakOutOfItsCell(String what) {
        assertThat(row(what)
                        .replaceAll("\\\\.", "")
                        .chars()
                        .filter(c -> c == '|')
                        .count())
                .isEqualTo(3);
        assertThat(body(List.of(finding(what, null))).lines()).noneMatch(line -> line.startsWith("#"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "<script>alert(1)</script>;<",
                "<!-- itgc-deploy-gates review -->;<",
                "</details>;<",
                "&lt;img&gt;;&lt;img",
                "[click](https://evil.example);](",
                "![x](https://evil.example/p.png);![",
                "https://evil.example;https://",
                "@acme/admins;@acme",
                "mail@example.com;@example",
            })
    void isNoMarkup(String what, String neverSo) {
        assertThat(row(what)).doesNotContain(neverSo.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2066", "\u0000", "\u001b", "\u007f"})
    void hidesNothingByControlCharacters(String control) {
        assertThat(row("before" + control + "after")).contains("before after");
    }

    @Test
    void keepsEmojiAndOtherScripts() {
        assertThat(row("\ud83d\ude80 リリース שלום")).contains("\ud83d\ude80 リリース שלום");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "ftp://x", "//evil.example"})
    void linksOnlyToTheWeb(String link) {
        assertThat(body(List.of(finding("What.", link))))
                .contains("What\\. subject |")
                .doesNotContain(link);
    }

    @Test
    void letsNoAddressBreakOutOfItsLink() {
        assertThat(body(List.of(finding("What.", "https://x/a) |\n[b](https://y>"))))
                .contains("[subject](<https://x/abhttps://y>)");
    }

    @Test
    void isCutBetweenRowsWhenItIsTooLong() {
        String long64 = "\ud83d\ude80x".repeat(500);
        String body = body(Collections.nCopies(100, finding(long64, null)));
        assertThat(body).hasSizeLessThan(65_536).endsWith("(The list is longer.)");
        assertThat(body.lines().filter(line -> line.startsWith("| \ud83d")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(" | Next\\. |"));
    }

    @Test
    void isWholeUnicodeWhenOneTitleIsTooLong() {
        String body = body(List.of(finding("x" + "\ud83d\ude80".repeat(40_000), null)));
        assertThat(body).hasSizeLessThan(65_536).contains("may not be deployed");
        assertThat(body.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }

    @Property(tries = 500)
    void staysOneRowWhateverTheText(@ForAll String what) {
        String row = Markdown.escaped(what);
        assertThat(row).doesNotContain("\n", "\r", "<", ">");
        assertThat(row.replaceAll("\\\\.", "")).doesNotContain("|", "`", "[", "]", "*", "_");
    }

    @ParameterizedTest
    @CsvSource({
        "a b/c#d.txt, a%20b/c%23d.txt",
        "a+b/é?x=1&y, a%2Bb/%C3%A9%3Fx%3D1%26y",
        "../x, ../x",
        "100%/a, 100%25/a"
    })
    void writesPathsIntoAddresses(String path, String written) {
        assertThat(PathSegments.encoded(path)).isEqualTo(written);
        assertThat(PathSegments.encodedValue("feat/a&b=c")).isEqualTo("feat%2Fa%26b%3Dc");
    }

    @Test
    void isWrittenInTheLanguageOfTheRepository() {
        Finding finding = Finding.of("review.no-write-permission", "acme/orders#12", null, "bob");
        Change change = Change.unread(RepositoryId.parse("acme/orders"), 12, null, "production");
        Change known = Change.ofProduction(
                change.repository(),
                new CommitId("c".repeat(40)),
                new TreeId("7".repeat(40)),
                List.of(12),
                "production");
        Explanation rules = Explanation.all(
                Message.of("review.rule.review", "acme/orders#12"),
                List.of(Explanation.refuse(Message.of("review.rule.peer-reviewed"), finding)));
        Ruling ruling = new Ruling("review", known, new Decision.Refuse(List.of(finding)), rules);
        assertThat(new ReviewBody(ruling, Locale.JAPANESE).markdown())
                .contains("**この変更はまだデプロイできません。** production について `cccccccccc` の時点で判定しました。")
                .contains("| 問題 | 対応 |")
                .contains("| bob が承認しましたが、書き込み権限がありません。 | 書き込み権限のある人にレビューを依頼してください。 |")
                .contains("REFUSE ピアレビュー");
    }
}
