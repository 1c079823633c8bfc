/** Where entries are kept: SQLite or PostgreSQL, written by one writer at a time, and verified entry by entry. */
@NullMarked
package io.jenkins.plugins.itgc.ledger.store;

import org.jspecify.annotations.NullMarked;
