/** Adapters to the systems of record, a folder a system. Each implements a port that a gate declares. */
@NullMarked
package io.jenkins.plugins.itgc.connect;

import org.jspecify.annotations.NullMarked;
