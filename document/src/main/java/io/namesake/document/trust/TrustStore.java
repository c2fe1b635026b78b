package io.namesake.document.trust;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;

/** Country authorities that are trusted. Immutable. */
public final class TrustStore {
    private final Map<X500Name, List<TrustedAuthority>> bySubject;
    private final List<TrustedAuthority> authorities;

    private TrustStore(Collection<TrustedAuthority> authorities) {
        this.authorities = List.copyOf(authorities);
        Map<X500Name, List<TrustedAuthority>> found = new LinkedHashMap<>();
        for (TrustedAuthority authority : this.authorities) {
            found.merge(
                    name(authority.certificate().getSubjectX500Principal()), List.of(authority), TrustStore::joined);
        }
        bySubject = Map.copyOf(found);
    }

    /** Trusts these, each once. */
    public static TrustStore of(Collection<TrustedAuthority> authorities) {
        Map<String, TrustedAuthority> distinct = new LinkedHashMap<>();
        authorities.forEach(authority -> distinct.putIfAbsent(authority.sha256(), authority));
        return new TrustStore(distinct.values());
    }

    /** Trusts nobody. */
    public static TrustStore empty() {
        return new TrustStore(List.of());
    }

    public List<TrustedAuthority> authorities() {
        return authorities;
    }

    /** Those that may have issued a certificate, by its issuer's name; a country has several, one for each key. */
    public List<TrustedAuthority> issuersOf(X509Certificate certificate) {
        return bySubject.getOrDefault(name(certificate.getIssuerX500Principal()), List.of());
    }

    /** Compared as RFC 5280, 7.1 says: without regard to case and kind of string, which countries mix up. */
    private static X500Name name(X500Principal principal) {
        return X500Name.getInstance(principal.getEncoded());
    }

    private static List<TrustedAuthority> joined(List<TrustedAuthority> some, List<TrustedAuthority> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
