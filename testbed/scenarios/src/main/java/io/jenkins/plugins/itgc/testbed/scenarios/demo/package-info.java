/** The demo: the plugin in a browser against a world, and one pipeline against a world without a browser. */
package io.jenkins.plugins.itgc.testbed.scenarios.demo;
