/** Reviews pull requests without a build, told by events and by looking now and then. */
package io.jenkins.plugins.itgc.jenkins.bot;
