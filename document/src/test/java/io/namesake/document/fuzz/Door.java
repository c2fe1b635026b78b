package io.namesake.document.fuzz;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Portrait;
import io.namesake.document.chip.ChipInput;
import io.namesake.document.chip.ChipParsers;
import io.namesake.document.mrz.Mrz;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.print.page.PageParsers;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.MasterList;
import io.namesake.document.wallet.SessionTranscript;
import io.namesake.document.wallet.WalletParsers;
import io.namesake.document.wallet.WalletTrust;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A parser of bytes that strangers send. It gives a value or {@link DocumentUnreadable}, whatever the bytes are; anything else is a finding. */
public enum Door {
    /** A zip, a JSON object or a single file; then all that is in it. */
    CHIP_INPUT(bytes -> Judged.byReader(new ChipInput().add(bytes).files())),
    /** Several files of one chip, cut from the bytes by {@link Pieces}. */
    CHIP_FILES(bytes -> Judged.byReader(Pieces.chip(bytes))),
    SECURITY_OBJECT(bytes -> Judged.byReader(Specimens.chip(Map.of(0, bytes)))),
    DG1(ChipParsers::dataGroup1),
    DG2(ChipParsers::dataGroup2),
    FACE_19794(ChipParsers::faceRecord19794),
    FACE_39794(ChipParsers::faceRecord39794),
    DG11(ChipParsers::dataGroup11),
    DG12(ChipParsers::dataGroup12),
    DG14(ChipParsers::dataGroup14),
    DG15(ChipParsers::dataGroup15),
    /** An answer to a fixed challenge, under a fixed RSA and a fixed EC key. */
    ACTIVE_ANSWER(Judged::answers),
    MASTER_LIST(MasterList::read),
    /** What a master list holds, signed anew: anyone can sign a list with a key of their own. */
    MASTER_LIST_CONTENT(bytes -> MasterList.read(Signed.masterList(bytes))),
    CERTIFICATE(bytes -> Judged.certificate(Certificates.certificate(bytes))),
    REVOCATIONS(Certificates::revocations),
    PORTRAIT(Portrait::of),
    ZONE(bytes -> zone(new String(bytes, StandardCharsets.UTF_8))),
    PAGE_HEADER(PageParsers::header),
    PAGE(PageDecoder::decode),
    MDOC(WalletParsers::mdoc),
    /** What the issuer of an mdoc signed: anyone can sign with a key of their own. */
    MDOC_OBJECT(WalletParsers::signedObject),
    SD_JWT(WalletParsers::sdJwt),
    /** What the issuer of an SD-JWT signed, likewise. */
    SD_JWT_PAYLOAD(WalletParsers::payload),
    TRANSCRIPT(SessionTranscript::of),
    ISSUER_KEYS(WalletTrust::keys),
    STATUS_LIST(WalletParsers::statusList),
    /** What the issuer of a status list signed, likewise: its claims as a JWT's and as a CWT's. */
    STATUS_LIST_CLAIMS(WalletParsers::statusClaims);

    private interface Parser {
        Object read(byte[] bytes) throws DocumentUnreadable;
    }

    private final Parser parser;

    Door(Parser parser) {
        this.parser = parser;
    }

    /** @throws IllegalStateException when a value is none, or a refusal says nothing; whatever else comes out is the parser's */
    public void knock(byte[] bytes) {
        try {
            if (parser.read(bytes) == null) {
                throw new IllegalStateException("the parser gave nothing");
            }
        } catch (DocumentUnreadable refused) {
            if (refused.getMessage() == null || refused.getMessage().isBlank()) {
                throw new IllegalStateException("the refusal does not say why", refused);
            }
        }
    }

    /** @throws IllegalArgumentException when there is no such door */
    public static Door named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Object zone(String text) throws DocumentUnreadable {
        Mrz zone = Mrz.parse(text);
        return List.of(zone.checks(), zone.key(), zone.identity(LocalDate.ofInstant(Specimens.NOW, ZoneOffset.UTC)));
    }
}
