package io.jenkins.plugins.itgc.audit;

import io.jenkins.plugins.itgc.ledger.bundle.ArchiveCheck;
import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says whether a bundle is what it was, and if not, from where on. */
final class VerifyCommand implements Main.Command {
    @Override
    public int run(List<String> words, PrintStream out) throws IOException {
        Arguments arguments = Arguments.of(words, Given.options("--archive"));
        Given given = Given.of(arguments.names("the bundle").get(0), arguments);
        BundleReport report = given.verify();
        List<String> problems = new ArrayList<>(report.problems());
        if (report.intact()) {
            problems.addAll(archives(given, arguments.all("--archive")));
        }
        problems.forEach(problem -> out.println("WRONG: " + problem));
        report.remarks().forEach(remark -> out.println("Note: " + remark));
        report.signers().forEach(id -> out.println("Key: " + id));
        out.println(problems.isEmpty() ? intact(report) : "NOT INTACT: " + problems.size() + " found.");
        return problems.isEmpty() ? Main.FINE : Main.NOT_INTACT;
    }

    private static List<String> archives(Given given, List<String> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        try (Bundle bundle = given.open()) {
            return ArchiveCheck.check(bundle, files.stream().map(Path::of).toList());
        }
    }

    private static String intact(BundleReport report) {
        return "INTACT: " + report.chain().entries() + " entries in order, vouched for up to entry "
                + report.chain().signed() + ".";
    }
}
