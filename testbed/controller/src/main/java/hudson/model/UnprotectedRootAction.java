package hudson.model;

import hudson.ExtensionPoint;

/** A root action that people without Overall/Read may reach too. */
public interface UnprotectedRootAction extends RootAction, ExtensionPoint {}
