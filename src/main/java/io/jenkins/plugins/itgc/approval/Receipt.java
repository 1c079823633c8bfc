package io.jenkins.plugins.itgc.approval;

/**
 * What became of an answer.
 *
 * @param taken whether it counts
 * @param sentence for the person: what happened, or why not and what to do next
 */
public record Receipt(boolean taken, String sentence) {}
