/** The auditor's program: verifies bundles, makes tables, draws samples and judges again, on a machine without Jenkins. */
package io.jenkins.plugins.itgc.audit;
