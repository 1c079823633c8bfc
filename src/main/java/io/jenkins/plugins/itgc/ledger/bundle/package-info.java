/** The ledger to take away: bundles that verify without Jenkins, tables for auditors, samples. */
@NullMarked
package io.jenkins.plugins.itgc.ledger.bundle;

import org.jspecify.annotations.NullMarked;
