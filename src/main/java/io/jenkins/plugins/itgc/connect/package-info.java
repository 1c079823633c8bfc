/** Adapters to the systems of record, a folder a system. Each implements a port that a gate declares. */
package io.jenkins.plugins.itgc.connect;
