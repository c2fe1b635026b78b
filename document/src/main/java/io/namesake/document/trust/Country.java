package io.namesake.document.trust;

import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The country in a certificate's name. */
final class Country {

    private Country() {}

    static String of(X500Principal principal) {
        RDN[] countries = X500Name.getInstance(principal.getEncoded()).getRDNs(BCStyle.C);
        return countries.length == 0
                ? "?"
                : IETFUtils.valueToString(countries[0].getFirst().getValue()).toUpperCase(Locale.ROOT);
    }
}
