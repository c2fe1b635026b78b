package io.namesake.document.trust;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of taking up a list.
 *
 * @param store what is trusted now
 * @param added new ones
 * @param known those that were trusted before
 * @param repeated entries that stand in the list more than once
 * @param expired of the new ones, how many are past their own last day; they still vouch for documents that were signed before it
 * @param refused names of entries that are no authority's, since they do not say that they may issue certificates
 * @param unreadable entries that could not be read
 */
public record TrustImport(
        TrustStore store,
        List<TrustedAuthority> added,
        int known,
        int repeated,
        int expired,
        List<String> refused,
        int unreadable) {

    /**
     * Takes up the entries of a list.
     *
     * @param anchors who may vouch for the list's signer, beside the authorities that are trusted already
     * @param source what the list is called
     * @throws UntrustedSigner when nobody vouches for the signer: a list is never trusted because it parses
     */
    public static TrustImport of(
            TrustStore before, MasterList list, Collection<X509Certificate> anchors, String source, Clock clock)
            throws UntrustedSigner {
        List<X509Certificate> trusted = new ArrayList<>(anchors);
        before.authorities().forEach(authority -> trusted.add(authority.certificate()));
        if (list.trustedBy(trusted, clock.instant()).isEmpty()) {
            throw new UntrustedSigner(list.signer());
        }
        Set<String> trustedBefore =
                before.authorities().stream().map(TrustedAuthority::sha256).collect(Collectors.toSet());
        List<TrustedAuthority> added = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int known = 0;
        int repeated = 0;
        int expired = 0;
        List<String> refused = new ArrayList<>();
        for (X509Certificate certificate : list.certificates()) {
            String sha256 = Fingerprint.of(certificate);
            if (!seen.add(sha256)) {
                repeated++;
            } else if (trustedBefore.contains(sha256)) {
                known++;
            } else if (!isAuthority(certificate)) {
                refused.add(certificate.getSubjectX500Principal().getName());
            } else {
                added.add(new TrustedAuthority(certificate, source, LocalDate.now(clock)));
                expired += certificate.getNotAfter().toInstant().isBefore(clock.instant()) ? 1 : 0;
            }
        }
        List<TrustedAuthority> all = new ArrayList<>(before.authorities());
        all.addAll(added);
        return new TrustImport(
                TrustStore.of(all),
                List.copyOf(added),
                known,
                repeated,
                expired,
                List.copyOf(refused),
                list.unreadable());
    }

    /** May it issue certificates (ICAO Doc 9303-12, 7.1.1)? Its own signature on itself would add nothing to that of the list's signer. */
    private static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }
}
