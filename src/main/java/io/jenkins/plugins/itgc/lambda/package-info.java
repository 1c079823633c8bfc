/** The review bot as a function of AWS Lambda: an SNS event in, a review out. Knows neither Jenkins nor the ledger. */
@NullMarked
package io.jenkins.plugins.itgc.lambda;

import org.jspecify.annotations.NullMarked;
