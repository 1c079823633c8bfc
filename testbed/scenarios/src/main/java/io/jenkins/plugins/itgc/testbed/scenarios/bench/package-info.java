/** What the project promises in numbers, measured: {@code ./bench} prints it. */
package io.jenkins.plugins.itgc.testbed.scenarios.bench;
