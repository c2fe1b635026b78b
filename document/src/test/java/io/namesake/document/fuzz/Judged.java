package io.namesake.document.fuzz;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.chip.ChipFiles;
import io.namesake.document.chip.ChipParsers;
import io.namesake.document.chip.ChipReader;
import io.namesake.document.chip.Profile;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Certificates;
import java.security.cert.X509Certificate;
import java.util.List;

/** What follows on parsing, as far as strangers' bytes go. */
final class Judged {
    private static final ChipReader READER =
            new ChipReader(Specimens.trusting(Signed.AUTHORITY), List.of(), Profile.RELAXED, Specimens.CLOCK);

    private Judged() {}

    static Object byReader(ChipFiles chip) throws DocumentUnreadable {
        return READER.read(chip);
    }

    static Object certificate(X509Certificate certificate) {
        return Certificates.isValid(certificate, Specimens.NOW)
                && Certificates.hasIssued(Signed.AUTHORITY.certificate(), certificate);
    }

    static Object answers(byte[] response) throws DocumentUnreadable {
        return ChipParsers.isAnswer(Signed.RSA.active().getPublic(), Signed.CHALLENGE, response)
                || ChipParsers.isAnswer(Signed.EC.active().getPublic(), Signed.CHALLENGE, response);
    }
}
