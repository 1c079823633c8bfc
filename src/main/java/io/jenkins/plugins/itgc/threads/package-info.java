/** Threads that end together; knows no Jenkins. */
@NullMarked
package io.jenkins.plugins.itgc.threads;

import org.jspecify.annotations.NullMarked;
