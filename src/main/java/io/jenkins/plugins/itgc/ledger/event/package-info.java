/**
 * Every kind of entry as a record: what it is filed under, what it keeps, and how both are written and read. Nothing else
 * reads the body of an entry as a tree, or puts a subject together from texts. The records here are what stands in ledgers
 * for good: a component may be added, and none renamed. docs/ledger.md is made from them.
 */
@NullMarked
package io.jenkins.plugins.itgc.ledger.event;

import org.jspecify.annotations.NullMarked;
