/** What must hold in a database after a script ran, from the script's text. */
package io.jenkins.plugins.itgc.migration.sql;
