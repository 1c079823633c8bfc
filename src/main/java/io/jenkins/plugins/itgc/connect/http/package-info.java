/** What all HTTP adapters share: bounded, timed, retried reads and errors that say what to do. */
@NullMarked
package io.jenkins.plugins.itgc.connect.http;

import org.jspecify.annotations.NullMarked;
