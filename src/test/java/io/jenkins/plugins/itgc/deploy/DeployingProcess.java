package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Deploys to two targets until it is killed, with more builds than there are turns, and says of each step of a deploy that it
 * was acknowledged.
 */
final class DeployingProcess {
    private static final List<DeployTarget> TARGETS =
            List.of(new DeployTarget("orders", "production"), new DeployTarget("basket", "production"));

    private final DeployRegister register;
    private final String name;

    private DeployingProcess(DeployRegister register, String name) {
        this.register = register;
        this.name = name;
    }

    /** @param arguments the ledger, and the name of this process */
    public static void main(String[] arguments) {
        DeployRegister register = new DeployRegister(SqliteLedger.open(Path.of(arguments[0]), Clock.systemUTC()));
        DeployingProcess process = new DeployingProcess(register, arguments[1]);
        for (int builder = 0; builder < 4; builder++) {
            int number = builder;
            new Thread(() -> process.deploy(number)).start();
        }
    }

    private void deploy(int builder) {
        DeployTarget target = TARGETS.get(builder % TARGETS.size());
        for (int n = 0; ; n++) {
            String build = name + "-" + builder + "#" + n;
            String deploy =
                    register.request(Requests.of(target, n, build, false), "7").deploy();
            say("requested", deploy);
            while (!begins(deploy)) {
                pause();
            }
            say("started", deploy);
            register.end(deploy, DeployState.SUCCEEDED, null);
            say("succeeded", deploy);
        }
    }

    private boolean begins(String deploy) {
        try {
            register.start(deploy);
            return true;
        } catch (IllegalStateException e) {
            return false; // not its turn yet
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void say(String what, String deploy) {
        System.out.println("deploy." + what + " " + deploy);
        if (System.out.checkError()) {
            System.exit(4); // whoever listened is gone
        }
    }
}
