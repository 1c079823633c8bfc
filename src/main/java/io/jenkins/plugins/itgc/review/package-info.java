/** The review gate: facts of a pull request and its ticket, one class a rule, and the judgement. No input or output. */
package io.jenkins.plugins.itgc.review;
