package io.jenkins.plugins.itgc.testbed.sandbox;

/** Worlds of tests: an ordinary repository, with more said of its parts. */
final class Worlds {
    private Worlds() {}

    static String small(String commits, String pullRequest) {
        return """
            users:
              alice:
              bob:
              mia:
              gone: {kind: ghost}
              robot: {kind: bot}
            repositories:
              acme/orders:
                commits:
                  - id: start
                    author: alice
                    files: {a.txt: "a\\n", b.txt: "b\\n"}
            %s
                branches: {master: start, change: change}
                pullRequests:
                  - number: 12
                    title: A change
                    author: alice
                    head: change
            %s
            """.formatted(
                        commits.indent(6).stripTrailing(), pullRequest.indent(8).stripTrailing());
    }

    static final String CHANGE = "- {id: change, author: alice, files: {a.txt: \"changed\\n\"}}";
}
