/** Append-only evidence in a hash chain: what was decided, on what grounds, about what, by whom. */
package io.jenkins.plugins.itgc.ledger;
