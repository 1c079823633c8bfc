/** GitHub and GitHub Enterprise: one GraphQL query for a pull request, REST for what the schema does not have. */
@NullMarked
package io.jenkins.plugins.itgc.connect.github;

import org.jspecify.annotations.NullMarked;
