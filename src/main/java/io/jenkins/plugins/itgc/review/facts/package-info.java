/** What was read about a pull request, a range of commits and a ticket: immutable records, no opinion. */
@NullMarked
package io.jenkins.plugins.itgc.review.facts;

import org.jspecify.annotations.NullMarked;
