package io.jenkins.plugins.casc.misc;

import org.jvnet.hudson.test.JenkinsRule;

/** A controller that was configured by files. */
public class JenkinsConfiguredWithCodeRule extends JenkinsRule {
    public JenkinsConfiguredWithCodeRule() {}
}
