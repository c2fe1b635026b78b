package io.namesake.reading.internal;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.TrustFile;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorities that are believed, as they were at the start.
 *
 * @param store the country authorities
 * @param revocations what they have revoked
 */
record Trust(TrustStore store, List<X509CRL> revocations) {
    private static final Logger log = LoggerFactory.getLogger(Trust.class);

    /**
     * Reads the files. One that was named and cannot be used stops the start: a server must not believe less, or more, than its operator
     * thinks.
     *
     * @param usual where the trust store lies when none is named
     * @param more authorities from elsewhere, such as a demo's own
     */
    static Trust read(ReadingSettings settings, Path usual, List<TrustedAuthority> more) {
        var named = settings.trust();
        if (named != null && !Files.isReadable(named)) {
            throw new IllegalStateException("namesake.documents.trust: " + named + " can't be read");
        }
        try {
            var authorities = new ArrayList<>(more);
            authorities.addAll(
                    new TrustFile(named == null ? usual : named).read().authorities());
            if (authorities.isEmpty()) {
                log.warn("No country authority is trusted, so no chip counts as authenticated; `namesake trust import`"
                        + " takes up a master list");
            } else {
                log.info("{} country authorities are trusted", authorities.size());
            }
            var revocations = new ArrayList<X509CRL>();
            for (var file : settings.revocations()) {
                revocations.add(Certificates.revocations(Files.readAllBytes(file)));
            }
            return new Trust(TrustStore.of(authorities), List.copyOf(revocations));
        } catch (DocumentUnreadable damaged) {
            throw new IllegalStateException("namesake.documents: " + damaged.getMessage(), damaged);
        } catch (IOException e) {
            throw new UncheckedIOException("namesake.documents: a file can't be read", e);
        }
    }
}
