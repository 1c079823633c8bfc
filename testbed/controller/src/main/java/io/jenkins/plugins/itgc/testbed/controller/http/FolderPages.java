package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.model.Item;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.MultibranchFolder;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.Scan;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponses;

/** What stands below a multibranch folder. */
final class FolderPages {
    private FolderPages() {}

    static Object next(Step step) throws IOException {
        MultibranchFolder folder = (MultibranchFolder) step.node;
        WebRequest request = step.request;
        if (!request.hasMore()) {
            Answers.html(step.response, 200, Pages.of(request).folder(folder));
            return Step.ANSWERED;
        }
        String token = request.peek();
        if (token.equals("build")) {
            return scan(step, folder);
        } else if (!token.equals("job")) {
            return null;
        }
        request.take();
        return request.hasMore() ? folder.getItem(request.take()) : null;
    }

    private static Object scan(Step step, MultibranchFolder folder) throws IOException {
        step.request.take();
        folder.checkPermission(Item.BUILD);
        if (!step.request.getMethod().equals("POST")) {
            throw HttpResponses.errorWithoutStack(405, "This URL requires POST");
        }
        try {
            Scan.of(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        step.response.sendRedirect(step.request.getContextPath() + "/" + folder.getUrl());
        return Step.ANSWERED;
    }
}
