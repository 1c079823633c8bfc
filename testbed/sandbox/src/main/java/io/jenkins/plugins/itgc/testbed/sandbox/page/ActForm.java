package io.jenkins.plugins.itgc.testbed.sandbox.page;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import java.util.List;
import java.util.Map;

/** A form by which a visitor acts as one of the world's people. */
record ActForm(World world, String operation, String button) {
    /** @param fixed fields that the visitor does not choose */
    void addTo(Html html, Map<String, String> fixed, String returnPath) {
        open(html, fixed, returnPath);
        close(html);
    }

    /** @param field one more field with a choice of values */
    void addTo(Html html, Map<String, String> fixed, String returnPath, String field, List<String> values) {
        open(html, fixed, returnPath);
        choice(html, field, values);
        close(html);
    }

    /** @param field one more field that is typed in */
    void addTo(Html html, Map<String, String> fixed, String returnPath, String field) {
        open(html, fixed, returnPath);
        html.raw("<label>").text(field).raw(" <input name=\"").text(field).raw("\" required></label> ");
        close(html);
    }

    private void open(Html html, Map<String, String> fixed, String returnPath) {
        html.raw("<form method=\"post\" action=\"/control/").text(operation).raw("\">");
        fixed.forEach((name, value) -> hidden(html, name, value));
        hidden(html, "return", returnPath);
        choice(html, "by", people());
    }

    private void close(Html html) {
        html.raw("<button>").text(button).raw("</button></form>");
    }

    private static void hidden(Html html, String name, String value) {
        html.raw("<input type=\"hidden\" name=\"")
                .text(name)
                .raw("\" value=\"")
                .text(value)
                .raw("\">");
    }

    private static void choice(Html html, String name, List<String> values) {
        html.raw("<label>").text(name).raw(" <select name=\"").text(name).raw("\">");
        values.forEach(value -> html.raw("<option>").text(value).raw("</option>"));
        html.raw("</select></label> ");
    }

    private List<String> people() {
        return world.accounts().all().stream()
                .filter(account -> account.kind() == AccountKind.USER)
                .map(Account::login)
                .toList();
    }
}
