package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.nio.file.Path;
import java.util.List;

/**
 * Appends to a ledger until it is killed or an append fails, and says of each entry that it was acknowledged. Its arguments are
 * the file, and how many characters each entry holds in addition.
 */
final class AppendingProcess {
    private AppendingProcess() {}

    public static void main(String[] arguments) {
        SqliteLedger ledger = new LedgerFile(Path.of(arguments[0])).open();
        String more = "x".repeat(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
        for (int n = 0; ; n++) {
            Draft draft = LedgerFile.draft(n);
            try {
                Entry entry = ledger.append(
                        new Draft(draft.kind(), draft.subject(), draft.actor(), List.of(draft.body(), more)));
                System.out.println(entry.evidenceId());
                if (System.out.checkError()) {
                    System.exit(4); // whoever listened is gone
                }
            } catch (LedgerFailure e) {
                System.out.println("FAILED " + e.getMessage());
                System.exit(3);
            }
        }
    }
}
