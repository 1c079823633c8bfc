/** What the databases must hold before a change may be deployed, from the files that it changes. Does no input or output. */
package io.jenkins.plugins.itgc.migration;
