/** Asks databases, read-only, what migrations they hold: by Flyway, Liquibase, tables of versions, or what a script says. */
@NullMarked
package io.jenkins.plugins.itgc.connect.database;

import org.jspecify.annotations.NullMarked;
