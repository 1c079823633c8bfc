package hudson.util;

import io.jenkins.plugins.itgc.testbed.controller.security.SecretCipher;
import java.io.Serializable;

/** A text that is kept encrypted on disk and out of logs. */
public final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public String getPlainText() {
        return value;
    }

    /** The form that goes to disk. */
    public String getEncryptedValue() {
        return SecretCipher.current().encrypt(value);
    }

    /** The secret of an encrypted form, or null if it is none. */
    public static Secret decrypt(String data) {
        String plain = data == null ? null : SecretCipher.current().decrypt(data);
        return plain == null ? null : new Secret(plain);
    }

    /** The secret of an encrypted form or of a plain text. */
    public static Secret fromString(String data) {
        Secret decrypted = decrypt(data);
        return decrypted == null ? new Secret(data == null ? "" : data) : decrypted;
    }

    @SuppressWarnings("AmbiguousMethodReference")
    public static String toString(Secret secret) {
        return secret == null ? null : secret.value;
    }

    private Object writeReplace() {
        return new Encrypted(getEncryptedValue());
    }

    /** How it is kept with a program. */
    private static final class Encrypted implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String data;

        private Encrypted(String data) {
            this.data = data;
        }

        private Object readResolve() {
            return decrypt(data);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    @SuppressWarnings("AmbiguousMethodReference")
    public String toString() {
        return "****";
    }
}
