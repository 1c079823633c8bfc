/** The review gate: facts of a pull request and its ticket, one class a rule, and the judgement. No input or output. */
@NullMarked
package io.jenkins.plugins.itgc.review;

import org.jspecify.annotations.NullMarked;
