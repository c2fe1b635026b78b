package io.namesake.document.trust;

import java.security.cert.X509Certificate;

/** Nobody who is trusted vouches for whoever signed a list. It carries no stack trace, because it is an answer rather than a fault. */
public final class UntrustedSigner extends Exception {
    private static final long serialVersionUID = 1L;

    UntrustedSigner(X509Certificate signer) {
        super(
                "the list was signed by " + signer.getSubjectX500Principal().getName()
                        + ", whose certificate was issued by "
                        + signer.getIssuerX500Principal().getName()
                        + ", which is not trusted, or is not made for master lists,"
                        + " or is not valid now",
                null,
                false,
                false);
    }
}
