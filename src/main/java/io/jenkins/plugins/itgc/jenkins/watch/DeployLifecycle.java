package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.OrphanedDeploys;
import io.jenkins.plugins.itgc.deploy.Settlement;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.BuildsOfController;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.LiveBuilds;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;

/** Where deploys of this controller begin and end. Calls may block on the disk. */
@Extension
public class DeployLifecycle implements ExtensionPoint, Settlement {
    /** The one of this controller. */
    public static DeployLifecycle get() {
        return ExtensionList.lookupSingleton(DeployLifecycle.class);
    }

    private static DeployRegister register() {
        return ItgcServices.get().deploys();
    }

    /**
     * Begins a deploy whose turn it is.
     *
     * @throws IllegalStateException when it is not its turn
     */
    public DeployNews start(String deploy) {
        DeployNews news = register().start(deploy);
        tell(news);
        return news;
    }

    /** Ends a deploy; one that has ended already stays as it is. */
    public void end(String deploy, DeployState state, Message reason) {
        register().end(deploy, state, reason).ifPresent(this::tell);
    }

    /**
     * A step is over that did not get to run its body.
     *
     * @param build the build of the step
     * @param node the step
     * @param reason why it is over
     */
    public void leave(String build, String node, Message reason) {
        register()
                .of(build, node)
                .filter(news -> !news.state().ended())
                .ifPresent(news -> end(news.deploy(), leftIn(news.state()), reason));
    }

    /** What has begun and never came to its body may have gone out or not. */
    private static DeployState leftIn(DeployState state) {
        return state == DeployState.STARTED ? DeployState.UNKNOWN : DeployState.ABORTED;
    }

    @Override
    public boolean settle() {
        LiveBuilds live = ItgcServices.get().liveBuilds();
        List<Run<?, ?>> over = live.ended();
        List<DeployNews> settled = new OrphanedDeploys(register(), new BuildsOfController()).settle();
        settled.forEach(this::tell);
        live.forget(over);
        return !settled.isEmpty();
    }

    /**
     * A step is about to judge, and so has not come to its body. When the ledger says that its deploy has begun, the controller
     * died between the two, and nobody but the environment can tell how far it got. That is recorded before the build fails:
     * its result must not be taken for that of the deploy.
     */
    public void interrupted(String build, String node) {
        register()
                .of(build, node)
                .filter(news -> news.state() == DeployState.STARTED)
                .ifPresent(news -> end(
                        news.deploy(),
                        DeployState.UNKNOWN,
                        Message.of(
                                "deploy.ended.interrupted",
                                news.id(),
                                news.target().service(),
                                news.target().environment())));
    }

    private void tell(DeployNews news) {
        ItgcServices.get().waiting().wake(DeployRegister.topic(news.target()));
        Announcing.get().news(news);
    }
}
