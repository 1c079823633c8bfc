/** The one idea: a gate turns evidence about a change into an explained decision. Imports nothing else of the project. */
@NullMarked
package io.jenkins.plugins.itgc.gate;

import org.jspecify.annotations.NullMarked;
