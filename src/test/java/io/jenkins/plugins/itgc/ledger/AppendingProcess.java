package io.jenkins.plugins.itgc.ledger;

import java.nio.file.Path;

/** Appends to a ledger until it is killed, and says of each entry that it was acknowledged. */
final class AppendingProcess {
    private AppendingProcess() {}

    public static void main(String[] arguments) {
        SqliteLedger ledger = new LedgerFile(Path.of(arguments[0])).open();
        for (int n = 0; ; n++) {
            Entry entry = ledger.append(LedgerFile.draft(n));
            System.out.println(entry.evidenceId());
            System.out.flush();
        }
    }
}
