/** The auditor's program: verifies bundles, makes tables, draws samples and judges again, on a machine without Jenkins. */
@NullMarked
package io.jenkins.plugins.itgc.audit;

import org.jspecify.annotations.NullMarked;
