package io.jenkins.plugins.itgc.testbed.controller.http;

import org.springframework.security.core.Authentication;

/**
 * Who sent a request.
 *
 * @param authentication the person, or anonymous
 * @param byToken whether a token proved it, which needs no crumb
 */
record Caller(Authentication authentication, boolean byToken) {}
