package io.jenkins.plugins.itgc.ledger.event;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries what may not be known from one form to another. */
public final class Known {
    private Known() {}

    /** The other form of a value; null for null, since what was not known stays so. */
    public static <A, B> @Nullable B map(@Nullable A value, Function<? super A, ? extends B> form) {
        return value == null ? null : form.apply(value);
    }
}
