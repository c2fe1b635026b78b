package io.namesake.document.trust;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** The country in a certificate's names. */
final class Country {

    private Country() {}

    static String of(X500Principal principal) {
        RDN[] countries = X500Name.getInstance(principal.getEncoded()).getRDNs(BCStyle.C);
        return countries.length == 0
                ? "?"
                : IETFUtils.valueToString(countries[0].getFirst().getValue()).toUpperCase(Locale.ROOT);
    }

    /** The letters of machine-readable zones in the alternative name (L of a directory name, ICAO Doc 9303-12, 7.1); none when there is no such name or it is malformed. */
    static Set<String> lettersInZones(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (extension == null) {
            return Set.of();
        }
        try {
            return Stream.of(GeneralNames.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension))
                            .getNames())
                    .filter(name -> name.getTagNo() == GeneralName.directoryName)
                    .flatMap(name ->
                            Stream.of(X500Name.getInstance(name.getName()).getRDNs(BCStyle.L)))
                    .map(place -> IETFUtils.valueToString(place.getFirst().getValue()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException | RuntimeException malformed) {
            return Set.of();
        }
    }
}
