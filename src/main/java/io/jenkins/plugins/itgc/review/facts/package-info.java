/** What was read about a pull request, a range of commits and a ticket: immutable records, no opinion. */
package io.jenkins.plugins.itgc.review.facts;
