/** What a company asks of a review: typed, validated, and only ever tightened by a repository. */
@NullMarked
package io.jenkins.plugins.itgc.review.policy;

import org.jspecify.annotations.NullMarked;
