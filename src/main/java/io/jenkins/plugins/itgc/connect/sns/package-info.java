/** Amazon's Simple Notification Service: what it signs, and how a subscription to it is confirmed. */
package io.jenkins.plugins.itgc.connect.sns;
