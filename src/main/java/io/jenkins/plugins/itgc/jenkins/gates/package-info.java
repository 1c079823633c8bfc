/** How each gate is put together from configuration and build, asked, and shown. */
package io.jenkins.plugins.itgc.jenkins.gates;
