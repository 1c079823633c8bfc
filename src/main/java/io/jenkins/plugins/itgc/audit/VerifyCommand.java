package io.jenkins.plugins.itgc.audit;

import io.jenkins.plugins.itgc.ledger.bundle.BundleReport;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Says whether a bundle is what it was, and if not, from where on. */
final class VerifyCommand implements Main.Command {
    @Override
    public int run(List<String> words, PrintStream out) throws IOException {
        Arguments arguments = Arguments.of(words, Given.options());
        BundleReport report =
                Given.of(arguments.names("the bundle").get(0), arguments).verify();
        report.problems().forEach(problem -> out.println("WRONG: " + problem));
        report.remarks().forEach(remark -> out.println("Note: " + remark));
        report.signers().forEach(id -> out.println("Key: " + id));
        out.println(report.intact() ? intact(report) : "NOT INTACT: " + report.problems().size() + " found.");
        return report.intact() ? Main.FINE : Main.NOT_INTACT;
    }

    private static String intact(BundleReport report) {
        return "INTACT: " + report.chain().entries() + " entries in order, vouched for up to entry "
                + report.chain().signed() + ".";
    }
}
