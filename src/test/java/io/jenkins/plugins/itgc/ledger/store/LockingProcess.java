package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that takes the lock of a home as a controller does, says what came of it, and stays until it is ended. */
public final class LockingProcess implements AutoCloseable {
    private final Process process;
    private final String said;

    private LockingProcess(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    /** @param arguments the plugin's folder in the home */
    public static void main(String[] arguments) throws IOException {
        try {
            HomeLock.take(Path.of(arguments[0]));
            System.out.println("held");
        } catch (LedgerFailure e) {
            System.out.println(e.getMessage());
        }
        System.in.transferTo(System.out);
    }

    /** Starts it and waits until it has tried. */
    public static LockingProcess in(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        java, "-XX:-UsePerfData", "-cp", classPath, LockingProcess.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader();
        return new LockingProcess(process, lines.readLine());
    }

    /** {@code held}, or why not. */
    public String said() {
        return said;
    }

    @Override
    public void close() {
        kill();
    }

    /** Ends it the hard way; once more does nothing. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
