/** Amazon's Simple Notification Service: what it signs, and how a subscription to it is confirmed. */
@NullMarked
package io.jenkins.plugins.itgc.connect.sns;

import org.jspecify.annotations.NullMarked;
