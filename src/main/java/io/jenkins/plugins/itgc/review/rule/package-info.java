/** The rules of the review gate, one class each: a pure function from evidence and policy to an explanation. */
@NullMarked
package io.jenkins.plugins.itgc.review.rule;

import org.jspecify.annotations.NullMarked;
