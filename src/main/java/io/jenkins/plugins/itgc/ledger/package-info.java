/** Append-only evidence in a hash chain: what was decided, on what grounds, about what, by whom. */
@NullMarked
package io.jenkins.plugins.itgc.ledger;

import org.jspecify.annotations.NullMarked;
