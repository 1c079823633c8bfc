/**
 * What the ledger's entries add up to: deploys, rulings, approvals, waits, holds, exceptions and numbers. Everything here
 * is derived, kept in a file of its own, and may be thrown away at any time.
 */
@NullMarked
package io.jenkins.plugins.itgc.ledger.projection;

import org.jspecify.annotations.NullMarked;
