package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

/**
 * A workspace.
 *
 * @param team its id; default: T0SANDBOX
 * @param signingSecret with which it signs what it sends; default: sandbox-signing
 * @param requestUrl where commands and clicks go; default: nowhere, until the demo says where its controller is
 */
public record SlackYaml(String team, String signingSecret, String requestUrl) {
    /** A workspace as it is when a world says nothing of it. */
    public static final SlackYaml DEFAULT = new SlackYaml(null, null, null);

    /** Fills in what was left out. */
    public SlackYaml {
        team = Defaults.or(team, "T0SANDBOX");
        signingSecret = Defaults.or(signingSecret, "sandbox-signing");
    }
}
