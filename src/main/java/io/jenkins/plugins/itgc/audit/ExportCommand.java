package io.jenkins.plugins.itgc.audit;

import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleTables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the tables from a bundle's entries, whatever tables are in it. */
final class ExportCommand implements Main.Command {
    @Override
    public int run(List<String> words, PrintStream out) throws IOException {
        Arguments arguments = Arguments.of(words, Given.options());
        List<String> names = arguments.names("the bundle", "a folder");
        Path folder = Path.of(names.get(1));
        try (Bundle bundle = Given.of(names.get(0), arguments).intact()) {
            Files.createDirectories(folder);
            BundleTables.write(bundle, folder);
        }
        out.println("Written to " + folder + ".");
        return Main.FINE;
    }
}
