/** The approval gate: the request, who may answer it, the quorum, and the judgement. No input or output. */
package io.jenkins.plugins.itgc.approval;
