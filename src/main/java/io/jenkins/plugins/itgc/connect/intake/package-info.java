/** What was delivered from outside, kept until it was worked on. */
@NullMarked
package io.jenkins.plugins.itgc.connect.intake;

import org.jspecify.annotations.NullMarked;
