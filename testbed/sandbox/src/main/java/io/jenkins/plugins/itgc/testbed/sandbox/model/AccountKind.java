package io.jenkins.plugins.itgc.testbed.sandbox.model;

/** What kind of actor GitHub says an account is. */
public enum AccountKind {
    USER("User"),
    BOT("Bot"),
    MANNEQUIN("Mannequin"),
    ORGANIZATION("Organization"),
    ENTERPRISE_USER("EnterpriseUserAccount"),
    /** Deleted: GitHub answers with no actor at all. */
    GHOST("User");

    private final String typeName;

    AccountKind(String typeName) {
        this.typeName = typeName;
    }

    /** GraphQL's __typename, which is also REST's "type". */
    public String typeName() {
        return typeName;
    }
}
