/** The approval gate: the request, who may answer it, the quorum, and the judgement. No input or output. */
@NullMarked
package io.jenkins.plugins.itgc.approval;

import org.jspecify.annotations.NullMarked;
