/** Slack: what it signs, what is written to it, and how text from outside is made harmless there. */
@NullMarked
package io.jenkins.plugins.itgc.connect.slack;

import org.jspecify.annotations.NullMarked;
