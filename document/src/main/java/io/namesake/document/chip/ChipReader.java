package io.namesake.document.chip;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceSource;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Portrait;
import io.namesake.document.mrz.Mrz;
import io.namesake.document.number.NationalNumberCheck;
import io.namesake.document.trust.TrustStore;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the files of a chip. Whatever is missing, what is there is judged for what it holds. */
public final class ChipReader {
    /** Files that were signed and with which the chip could have proved that it is no copy. */
    private static final Map<Integer, String> KEYS = Map.of(
            14, "EF.DG14: the key with which the chip can prove that it is no copy (chip authentication)",
            15, "EF.DG15: the key with which the chip can prove that it is no copy (active authentication)");

    private final TrustStore trust;
    private final List<X509CRL> revocations;
    private final Profile profile;
    private final Clock clock;

    /**
     * @param trust the country authorities that are believed
     * @param revocations lists of revoked certificates; those of other authorities do no harm
     * @param clock for expiry, and for the century of dates
     */
    public ChipReader(TrustStore trust, List<X509CRL> revocations, Profile profile, Clock clock) {
        this.trust = trust;
        this.revocations = List.copyOf(revocations);
        this.profile = profile;
        this.clock = clock;
    }

    /** @throws DocumentUnreadable when a file is not what its name says */
    public IdentityEvidence read(ChipFiles chip) throws DocumentUnreadable {
        return read(chip, Optional.empty());
    }

    /**
     * Judges files together with a chip's answer to a challenge.
     *
     * @param issued the challenge that the caller chose at random for this one reading. Only an answer to it shows that the chip was there: one to a
     *     challenge that came with the files may be as old as they are.
     * @throws DocumentUnreadable when a file is not what its name says
     */
    public IdentityEvidence read(ChipFiles chip, Optional<byte[]> issued) throws DocumentUnreadable {
        return read(chip, issued, Optional.empty());
    }

    /** @param agreed how chip authentication ended, by whoever held the line to the chip */
    IdentityEvidence read(ChipFiles chip, Optional<byte[]> issued, Optional<EvidenceCheck> agreed)
            throws DocumentUnreadable {
        List<EvidenceCheck> checks = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> relaxed = new ArrayList<>();

        Optional<Identity> identity = Optional.empty();
        if (chip.dataGroup(1).isPresent()) {
            Mrz zone = DataGroup1.read(chip.dataGroup(1).get());
            LocalDate today = LocalDate.now(clock);
            Identity holder = zone.identityOnChip(today);
            if (chip.dataGroup(11).isPresent()) {
                holder = DataGroup11.read(chip.dataGroup(11).get()).added(holder, today);
            }
            identity = Optional.of(holder);
            checks.addAll(zone.checks());
            checks.add(NationalNumberCheck.ofOptionalData(zone.identityOnChip(today)));
            checks.add(expiry(zone, holder, issue(chip), today));
        } else {
            missing.add("EF.DG1: who the document is about");
        }

        Optional<Portrait> portrait = Optional.empty();
        if (chip.dataGroup(2).isPresent()) {
            portrait = Optional.of(DataGroup2.read(chip.dataGroup(2).get()));
        } else {
            missing.add("EF.DG2: the portrait");
        }

        if (chip.securityObject().isPresent()) {
            SecurityObject signed = SecurityObject.read(chip.securityObject().get());
            PassiveAuthentication authentication = new PassiveAuthentication(
                    signed, chip.dataGroups(), identity.map(Identity::issuer), trust, revocations, profile, clock);
            checks.addAll(authentication.checks());
            relaxed.addAll(authentication.relaxed());
            signed.signedHashes().keySet().stream()
                    .filter(number ->
                            KEYS.containsKey(number) && chip.dataGroup(number).isEmpty())
                    .map(KEYS::get)
                    .forEach(missing::add);
        } else {
            missing.add("EF.SOD: the issuer's signature");
        }
        checks.add(GenuineChip.check(chip, issued, agreed));
        checks.sort(Comparator.comparing(EvidenceCheck::kind));
        return new IdentityEvidence(EvidenceSource.CHIP, identity, portrait, checks, missing, relaxed);
    }

    private static Optional<LocalDate> issue(ChipFiles chip) throws DocumentUnreadable {
        return chip.dataGroup(12).isPresent()
                ? DataGroup12.read(chip.dataGroup(12).get()).issued()
                : Optional.empty();
    }

    private static EvidenceCheck expiry(Mrz zone, Identity identity, Optional<LocalDate> issued, LocalDate today) {
        // A day more, because the world has more than one date at a time.
        if (issued.isPresent() && issued.get().isAfter(today.plusDays(1))) {
            return EvidenceCheck.failed(CheckKind.EXPIRY, "the document says it will be issued on " + issued.get());
        }
        if (zone.mayBeWithoutEnd(today)) {
            return EvidenceCheck.passed(CheckKind.EXPIRY, "valid without end");
        }
        return identity.lastDay()
                .map(last -> last.isBefore(today)
                        ? EvidenceCheck.failed(CheckKind.EXPIRY, "the document's last day was " + last)
                        : EvidenceCheck.passed(CheckKind.EXPIRY, "valid until " + last))
                .orElse(EvidenceCheck.inconclusive(CheckKind.EXPIRY, "the document does not say how long it is valid"));
    }
}
