package io.namesake.reading;

import io.namesake.document.wallet.CredentialKind.Format;
import io.namesake.document.wallet.KeyBinding;
import io.namesake.document.wallet.SessionTranscript;
import java.security.PrivateKey;

/**
 * What a wallet sent, and what it was asked. Only the first two come from the wallet.
 *
 * @param format how the credential is written
 * @param presentation the credential with the wallet's proof: base64url of an mdoc's response, or an SD-JWT
 * @param transcript what an mdoc's proof must be about
 * @param asked what an SD-JWT's proof must name
 * @param readerKey the private key that the answer was encrypted for
 */
public record WalletAnswer(
        Format format, String presentation, SessionTranscript transcript, KeyBinding asked, PrivateKey readerKey) {

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "WalletAnswer[" + format + "]";
    }
}
