/** What all HTTP adapters share: bounded, timed, retried reads and errors that say what to do. */
package io.jenkins.plugins.itgc.connect.http;
