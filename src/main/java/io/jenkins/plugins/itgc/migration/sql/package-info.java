/** What must hold in a database after a script ran, from the script's text. */
@NullMarked
package io.jenkins.plugins.itgc.migration.sql;

import org.jspecify.annotations.NullMarked;
