package io.jenkins.plugins.itgc.audit;

import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleTables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges the reviews of a bundle again under another policy. */
final class ReplayCommand implements Main.Command {
    @Override
    public int run(List<String> words, PrintStream out) throws IOException {
        Arguments arguments = Arguments.of(words, Given.options("--policy"));
        String wish =
                arguments.one("--policy").isPresent() ? Files.readString(Path.of(arguments.needed("--policy"))) : "{}";
        Replay replay = new Replay(wish);
        try (Bundle bundle =
                Given.of(arguments.names("the bundle").get(0), arguments).intact()) {
            BundleTables.each(bundle, replay::take);
        }
        Replay.Report report = replay.report();
        for (Replay.Difference difference : report.differences()) {
            out.println("Entry " + difference.entry() + ", " + difference.subject() + ": was " + difference.was()
                    + ", would be " + difference.would());
            difference.why().forEach(why -> out.println("    " + why));
        }
        report.unreadable().forEach(out::println);
        out.println(report.judged() + " reviews judged again, "
                + report.differences().size() + " would differ, "
                + report.withoutEvidence() + " had no evidence to judge, "
                + report.unreadable().size()
                + " could not be judged.");
        return report.unreadable().isEmpty() ? Main.FINE : Main.NOT_INTACT;
    }
}
