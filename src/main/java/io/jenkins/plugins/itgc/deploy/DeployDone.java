package io.jenkins.plugins.itgc.deploy;

/** How a finished deploy is told in one plain sentence, the same wherever it is told. */
public final class DeployDone {
    private DeployDone() {}

    /**
     * What everybody recognises this deploy by, in whatever text it stands: telling it twice is prevented by looking for
     * it.
     */
    public static String mark(DeployNews news) {
        return "Deploy " + news.deploy() + " of " + news.target();
    }

    /** The sentence; holds nothing from outside but names of the configuration. */
    public static String sentence(DeployNews news) {
        String what = news.rollback() ? " succeeded: rollback to commit " : " succeeded: commit ";
        return mark(news) + what + news.commit().substring(0, 10) + " by " + news.build() + ".";
    }
}
