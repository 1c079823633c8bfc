/** The ledger to take away: bundles that verify without Jenkins, tables for auditors, samples. */
package io.jenkins.plugins.itgc.ledger.bundle;
