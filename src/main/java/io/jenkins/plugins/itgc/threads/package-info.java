/** Threads that end together; knows no Jenkins. */
package io.jenkins.plugins.itgc.threads;
