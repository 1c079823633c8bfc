package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.csrf.CrumbExclusion;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The way of every request: headers, who it is, the crumb, and then the object that the URL names. */
final class FrontServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SecurityHeaders.add(response);
        Caller caller = Login.callerOf(request);
        if (caller == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Jenkins\"");
            Answers.write(response, 401, "text/plain", "Invalid password/token for the given user");
            return;
        }
        ACLContext asCaller = ACL.as2(caller.authentication());
        try (asCaller) {
            behindCrumb(caller, request, response);
        } finally {
            CurrentRequest.clear();
        }
    }

    private static void behindCrumb(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean needless = !request.getMethod().equals("POST") || caller.byToken() || Login.isLogin(request);
        if (needless) {
            answer(request, response);
            return;
        }
        for (CrumbExclusion exclusion : CrumbExclusion.all()) {
            if (exclusion.process(request, response, (rq, rs) -> answer(request, response))) {
                return;
            }
        }
        if (Crumbs.isValid(request)) {
            answer(request, response);
            return;
        }
        Answers.html(response, 403, Pages.of(request).error("403", "No valid crumb was included in the request"));
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        WebRequest wrapped = new WebRequest(request);
        WebResponse answer = new WebResponse(request, response);
        CurrentRequest.set(wrapped, answer);
        new Dispatcher(wrapped, answer).dispatch();
    }
}
