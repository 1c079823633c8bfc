/** What was delivered from outside, kept until it was worked on. */
package io.jenkins.plugins.itgc.connect.intake;
