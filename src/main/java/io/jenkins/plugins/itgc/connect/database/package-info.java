/** Asks databases, read-only, what migrations they hold: by Flyway, Liquibase, tables of versions, or what a script says. */
package io.jenkins.plugins.itgc.connect.database;
