package io.namesake.reading.internal;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.chip.ChipInput;
import io.namesake.document.chip.ChipReader;
import io.namesake.document.print.CaptureHint;
import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.print.PrintedReading;
import io.namesake.document.wallet.StatusReference;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.reading.DocumentReadings;
import io.namesake.reading.ReadDocument;
import io.namesake.reading.WalletAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads by the authorities that this deployment trusts. */
final class TrustingReadings implements DocumentReadings {
    private final ChipReader chips;
    private final Supplier<PrintedDocumentReader> pages;
    private final WalletReadings wallets;
    private final StatusLists statuses;
    private final boolean specimens;

    /** @param specimens whether specimens count as documents */
    TrustingReadings(
            ChipReader chips,
            Supplier<PrintedDocumentReader> pages,
            WalletReadings wallets,
            StatusLists statuses,
            boolean specimens) {
        this.chips = chips;
        this.pages = pages;
        this.wallets = wallets;
        this.statuses = statuses;
        this.specimens = specimens;
    }

    @Override
    public ReadDocument chip(byte[] file, Optional<byte[]> issued) {
        try {
            var evidence = chips.read(new ChipInput().add(file).files(), issued);
            if (evidence.identity().isEmpty()) {
                throw new DocumentUnreadable("EF.DG1 is missing: who the document is about");
            }
            var portrait = evidence.portraitPicture()
                    .orElseThrow(() -> new DocumentUnreadable("EF.DG2 is missing: the portrait"));
            return new ReadDocument(accepted(evidence), portrait);
        } catch (DocumentUnreadable unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public ReadDocument pages(List<byte[]> pictures) {
        try {
            return switch (pages.get().read(pictures)) {
                case PrintedReading.Retake retake ->
                    throw new Problem(problem(retake.hints().getFirst()));
                case PrintedReading.Read read -> {
                    var portrait = read.evidence()
                            .portraitPicture()
                            .orElseThrow(() -> new Problem(ProblemType.DOCUMENT_WRONG_SIDE));
                    yield new ReadDocument(accepted(read.evidence()), portrait);
                }
            };
        } catch (DocumentUnreadable unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public ReadDocument wallet(WalletAnswer answer) {
        try {
            var credential = wallets.read(answer);
            var evidence = credential.evidence();
            var portrait = evidence.portraitPicture()
                    .orElseThrow(() -> new Problem(ProblemType.WALLET_ATTRIBUTES_MISSING, "Missing: the portrait."));
            return new ReadDocument(accepted(evidence), portrait, credential.status());
        } catch (DocumentUnreadable unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public Optional<EvidenceCheck> revocation(StatusReference status) {
        return statuses.check(status);
    }

    @Override
    public List<ProblemType> guidance(byte[] frame) {
        try {
            return switch (pages.get().read(List.of(frame))) {
                case PrintedReading.Retake retake ->
                    retake.hints().stream()
                            .filter(hint -> hint != CaptureHint.WRONG_SIDE)
                            .map(TrustingReadings::problem)
                            .toList();
                case PrintedReading.Read _ -> List.of();
            };
        } catch (DocumentUnreadable unreadable) {
            throw unreadable(unreadable);
        }
    }

    private IdentityEvidence accepted(IdentityEvidence evidence) {
        return specimens ? evidence.acceptingSpecimens() : evidence;
    }

    private static ProblemType problem(CaptureHint hint) {
        return switch (hint) {
            case NO_DOCUMENT -> ProblemType.DOCUMENT_NOT_FOUND;
            case CUT_OFF -> ProblemType.DOCUMENT_CUT_OFF;
            case TOO_SMALL -> ProblemType.DOCUMENT_TOO_SMALL;
            case TOO_DARK -> ProblemType.DOCUMENT_TOO_DARK;
            case GLARE -> ProblemType.DOCUMENT_GLARE;
            case BLURRED -> ProblemType.DOCUMENT_BLURRED;
            case WRONG_SIDE -> ProblemType.DOCUMENT_WRONG_SIDE;
            case TAKE_AGAIN -> ProblemType.DOCUMENT_UNREADABLE;
        };
    }

    private static Problem unreadable(DocumentUnreadable why) {
        return new Problem(ProblemType.DOCUMENT_UNREADABLE, sentence(why.getMessage()));
    }

    /** The library's words begin small and end without a full stop. */
    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
