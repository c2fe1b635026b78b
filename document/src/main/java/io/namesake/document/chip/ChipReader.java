package io.namesake.document.chip;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceSource;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Portrait;
import io.namesake.document.mrz.Mrz;
import io.namesake.document.trust.TrustStore;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges the files of a chip. Whatever is missing, what is there is judged for what it holds. */
public final class ChipReader {
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
        List<EvidenceCheck> checks = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> relaxed = new ArrayList<>();

        Optional<Identity> identity = Optional.empty();
        if (chip.dataGroup(1).isPresent()) {
            Mrz zone = DataGroup1.read(chip.dataGroup(1).get());
            LocalDate today = LocalDate.now(clock);
            identity = Optional.of(zone.identity(today));
            checks.addAll(zone.checks());
            checks.add(expiry(identity.get(), today));
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
            PassiveAuthentication authentication = new PassiveAuthentication(
                    SecurityObject.read(chip.securityObject().get()),
                    chip.dataGroups(),
                    trust,
                    revocations,
                    profile,
                    clock);
            checks.addAll(authentication.checks());
            relaxed.addAll(authentication.relaxed());
        } else {
            missing.add("EF.SOD: the issuer's signature");
        }
        checks.add(EvidenceCheck.notRun(CheckKind.CHIP_GENUINE, "the chip was not asked to prove that it is no copy"));
        checks.sort(Comparator.comparing(EvidenceCheck::kind));
        return new IdentityEvidence(EvidenceSource.CHIP, identity, portrait, checks, missing, relaxed);
    }

    private static EvidenceCheck expiry(Identity identity, LocalDate today) {
        return identity.lastDay()
                .map(last -> last.isBefore(today)
                        ? EvidenceCheck.failed(CheckKind.EXPIRY, "the document's last day was " + last)
                        : EvidenceCheck.passed(CheckKind.EXPIRY, "valid until " + last))
                .orElse(EvidenceCheck.inconclusive(CheckKind.EXPIRY, "the document does not say how long it is valid"));
    }
}
