package io.jenkins.plugins.itgc.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/** The commands of the auditor's program. */
public final class Main {
    static final int FINE = 0;
    static final int NOT_INTACT = 1;
    static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            java -jar itgc-audit.jar COMMAND ...

            verify BUNDLE [--key keys.pem]... [--checkpoint checkpoints.jsonl]... [--archive bodies.jsonl]...
                Recomputes the chain, and compares it with its checkpoints, with what you kept elsewhere, and with
                archives of bodies that were moved out of the ledger.
            export BUNDLE FOLDER
                Makes the tables of deploys, evidence and exceptions from the entries.
            sample BUNDLE FOLDER --size N --seed TEXT [--from DAY] [--to DAY] [--environment NAME]
                Draws deploys that ended, from DAY on and before DAY (2026-01-31, UTC); the same seed draws the same.
            replay BUNDLE --policy POLICY.json
                Judges the reviews' evidence again under another policy, and lists what would have differed.

            BUNDLE is the zip file that was exported, or the folder it was unpacked to.
            All commands but verify refuse a bundle that is not intact; they take --key and --checkpoint too.
            Exit code: 0 fine, 1 not intact, 2 wrong usage or not readable.
            """;

    /** One command. */
    interface Command {
        int run(List<String> words, PrintStream out) throws IOException;
    }

    private static final Map<String, Command> COMMANDS = Map.of(
            "verify", new VerifyCommand(),
            "export", new ExportCommand(),
            "sample", new SampleCommand(),
            "replay", new ReplayCommand());

    private Main() {}

    /**
     * Runs a command and ends the program with its exit code: 0 fine, 1 not intact, 2 wrong usage or not readable.
     *
     * @param words the command and its arguments, as {@code --help} lists them
     */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(words), out));
    }

    /** @return the exit code */
    static int run(List<String> words, PrintStream out) {
        if (words.isEmpty() || words.contains("--help")) {
            out.print(USAGE);
            return words.isEmpty() ? WRONG_USAGE : FINE;
        }
        Command command = COMMANDS.get(words.get(0));
        if (command == null) {
            out.println("\"" + words.get(0) + "\" is no command; --help lists them.");
            return WRONG_USAGE;
        }
        try {
            return command.run(words.subList(1, words.size()), out);
        } catch (Arguments.Wrong e) {
            out.println(e.getMessage() + " --help says how.");
        } catch (NoSuchFileException e) {
            out.println("There is no file " + e.getFile() + ".");
        } catch (ZipException e) {
            out.println("This is no bundle: " + e.getMessage() + ".");
        } catch (IOException | IllegalArgumentException e) {
            out.println("This cannot be read or written: " + e.getMessage());
        }
        return WRONG_USAGE;
    }
}
