/** The configuration, the same in the UI, as code and on disk; turned into the policies that the gates take. */
package io.jenkins.plugins.itgc.jenkins.config;
