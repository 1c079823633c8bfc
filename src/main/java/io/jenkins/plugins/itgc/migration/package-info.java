/** What the databases must hold before a change may be deployed, from the files that it changes. Does no input or output. */
@NullMarked
package io.jenkins.plugins.itgc.migration;

import org.jspecify.annotations.NullMarked;
