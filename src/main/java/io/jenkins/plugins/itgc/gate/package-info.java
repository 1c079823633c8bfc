/** The one idea: a gate turns evidence about a change into an explained decision. Imports nothing else of the project. */
package io.jenkins.plugins.itgc.gate;
