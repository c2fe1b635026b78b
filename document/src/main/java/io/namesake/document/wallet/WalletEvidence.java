package io.namesake.document.wallet;

import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceSource;
import io.namesake.document.IdentityEvidence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts together what was read and what was tested. */
final class WalletEvidence {

    private WalletEvidence() {}

    static IdentityEvidence of(CredentialIdentity holder, List<EvidenceCheck> tested, Clock clock) {
        List<EvidenceCheck> checks = new ArrayList<>(tested);
        checks.add(CredentialIdentity.expiry(holder.identity(), LocalDate.now(clock)));
        checks.sort(Comparator.comparing(EvidenceCheck::kind));
        return new IdentityEvidence(
                EvidenceSource.WALLET, holder.identity(), holder.portrait(), checks, holder.missing(), List.of());
    }
}
