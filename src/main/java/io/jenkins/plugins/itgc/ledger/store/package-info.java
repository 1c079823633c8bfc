/** Where entries are kept: SQLite or PostgreSQL, written by one writer at a time, and verified entry by entry. */
package io.jenkins.plugins.itgc.ledger.store;
