/** Signatures over what the ledger holds: checkpoints and statements about single entries, as DSSE and in-toto have them. */
@NullMarked
package io.jenkins.plugins.itgc.ledger.attest;

import org.jspecify.annotations.NullMarked;
