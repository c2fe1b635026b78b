package io.namesake.reading;

import io.namesake.document.EvidenceCheck;
import io.namesake.document.wallet.StatusReference;
import io.namesake.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/** Reads documents. It computes, so it belongs on a thread that may: tens of milliseconds for a chip, a second for a page. */
public interface DocumentReadings {

    /**
     * Reads a chip's files.
     *
     * @param file a zip of them, or JSON of base64 by name, as a reader app on a phone sends them
     * @param issued the challenge that the chip was to answer, to prove that it is no copy; empty when none was given
     * @throws io.namesake.problem.Problem {@code document-unreadable}, saying why, when it is none or lacks who it is about or the portrait
     */
    ReadDocument chip(byte[] file, Optional<byte[]> issued);

    /**
     * Reads pictures of a printed document.
     *
     * @param pictures its sides in any order, each a JPEG, PNG or WebP file
     * @throws io.namesake.problem.Problem that says what would make a better picture, such as {@code document-glare}
     */
    ReadDocument pages(List<byte[]> pictures);

    /**
     * Judges what a wallet presented.
     *
     * @throws io.namesake.problem.Problem {@code wallet-proof-wrong} when the wallet did not answer this very request, {@code wallet-attributes-missing} when
     *     it showed less than a line needs, {@code document-unreadable} when it is no credential that is read
     */
    ReadDocument wallet(WalletAnswer answer);

    /**
     * Asks the issuer's status list whether a credential still counts. It may wait some seconds for the network, so it belongs on a thread that may wait. The
     * list is asked for as a whole: whoever publishes it does not learn about which credential.
     *
     * @return {@link io.namesake.document.CheckKind#CREDENTIAL_REVOCATION}; empty when no list that can be believed was to be had, which may be otherwise later
     */
    Optional<EvidenceCheck> revocation(StatusReference status);

    /**
     * Looks at one frame while somebody aims the camera at a document. Whether it is the side that is needed, it does not say: a card has two.
     *
     * @return what is wrong with it, the most helpful first; empty when it would do
     */
    List<ProblemType> guidance(byte[] frame);
}
