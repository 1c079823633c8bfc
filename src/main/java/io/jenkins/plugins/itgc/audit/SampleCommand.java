package io.jenkins.plugins.itgc.audit;

import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleTables;
import io.jenkins.plugins.itgc.ledger.bundle.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Draws deploys for a test of details, and lays the evidence of each beside. */
final class SampleCommand implements Main.Command {
    @Override
    public int run(List<String> words, PrintStream out) throws IOException {
        Arguments arguments = Arguments.of(words, Given.options("--size", "--seed", "--from", "--to", "--environment"));
        List<String> names = arguments.names("the bundle", "a folder");
        Sample sample = new Sample(
                size(arguments.needed("--size")),
                arguments.needed("--seed"),
                arguments.one("--from").map(SampleCommand::day).orElse(Instant.MIN),
                arguments.one("--to").map(SampleCommand::day).orElse(Instant.MAX),
                arguments.one("--environment").orElse(null));
        Path folder = Path.of(names.get(1));
        try (Bundle bundle = Given.of(names.get(0), arguments).intact()) {
            Files.createDirectories(folder);
            Sample.Drawn drawn = sample.draw(BundleTables.deploys(bundle));
            BundleTables.writeSample(bundle, drawn, folder);
            out.println("Drew " + drawn.deploys().size() + " of " + drawn.population() + " deploys with the seed \""
                    + sample.seed() + "\"; written to " + folder + ".");
        }
        return Main.FINE;
    }

    private static int size(String text) {
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw new Arguments.Wrong("--size must be a number from 1 on.");
        }
        return Integer.parseInt(text);
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Arguments.Wrong("\"" + text + "\" is no day such as 2026-01-31.");
        }
    }
}
