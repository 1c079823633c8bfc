package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** Mistakes that the rules of the house must find, each in a class of its own, in a room of a gate. */
public final class Mistakes {
    private Mistakes() {}

    /** Sees a body as text, and could read it as a tree. */
    static final class BodyCalled {
        static String of(Entry entry) {
            return entry.body();
        }
    }

    /** The same without a call of its own. */
    static final class BodyByReference {
        static Stream<String> of(List<Entry> entries) {
            return entries.stream().map(Entry::body);
        }
    }

    /** Puts a subject together by hand. */
    static final class FiledByText {
        static List<Entry> of(Ledger ledger, String repository) {
            return ledger.filed(List.of("approval.given"), repository + "@");
        }
    }

    /** The same for the newest entry. */
    static final class NewestByText {
        static Optional<Entry> of(Ledger ledger, String environment) {
            return ledger.newest("hold.placed", "orders in " + environment);
        }
    }

    /** Fetches what everybody shares. */
    static final class Fetching {
        static Object get() {
            return ItgcServices.get();
        }
    }

    /** The same without a call of its own. */
    static final class FetchingByReference {
        static Supplier<ItgcServices> services() {
            return ItgcServices::get;
        }
    }

    /** The controller itself. */
    static final class FetchingJenkinsByReference {
        static Supplier<Jenkins> jenkins() {
            return Jenkins::get;
        }
    }

    /** Reads a file by its path. */
    static final class ReadingPath {
        static String of(Path path) throws IOException {
            return Files.readString(path);
        }
    }

    /** Reads a file by its name. */
    static final class ReadingFile {
        static InputStream of(String name) throws IOException {
            return new FileInputStream(new File(name));
        }
    }

    /** Asks another machine. */
    static final class Connecting {
        static Socket to(String host) throws IOException {
            return new Socket(host, 80);
        }
    }

    /** Asks another machine by an address. */
    static final class Opening {
        static InputStream of(URI address) throws IOException {
            return address.toURL().openStream();
        }
    }
}
