package io.jenkins.plugins.itgc.ledger.event;

/**
 * What the subjects of some entries begin with. There are only these: whoever puts such a text together elsewhere would file
 * and look under two spellings.
 */
public final class Beginning {
    private static final Beginning ACCOUNTS = new Beginning(Subject.OfAccount.ALL);

    private final String text;

    private Beginning(String text) {
        this.text = text;
    }

    /**
     * What is said about a commit of a repository in some environment.
     *
     * @param repository {@code owner/name}
     */
    public static Beginning ofRepository(String repository) {
        return new Beginning(Subject.InEnvironment.ofRepository(repository));
    }

    /** What is said about accounts, of whatever system. */
    public static Beginning ofAccounts() {
        return ACCOUNTS;
    }

    String text() {
        return text;
    }
}
