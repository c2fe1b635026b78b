package io.namesake.document.chip;

import static io.namesake.document.support.Specimens.ANNA;
import static io.namesake.document.support.Specimens.CLOCK;
import static io.namesake.document.support.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.Strength;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.TrustStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChipReaderTest {
    private static final SpecimenAuthority AUTHORITY = Specimens.authority(Algorithm.EC_NIST);

    private final Map<Integer, byte[]> files = Specimens.files(AUTHORITY);

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_chip_that_a_trusted_authority_signed_is_strong_evidence(Algorithm algorithm) throws Exception {
        SpecimenAuthority authority = Specimens.authority(algorithm);
        IdentityEvidence evidence =
                reader(Specimens.trusting(authority)).read(Specimens.chip(Specimens.files(authority)));
        assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        assertThat(evidence.strength()).isEqualTo(Strength.STRONG);
        assertThat(evidence.identity()).contains(ANNA);
        assertThat(evidence.portrait().orElseThrow().bytes()).isEqualTo(Specimens.PORTRAIT.bytes());
        assertThat(evidence.missing()).isEmpty();
        assertThat(evidence.relaxed()).isEmpty();
        assertThat(evidence.checks())
                .extracting(EvidenceCheck::kind)
                .containsExactly(
                        CheckKind.MRZ_CHECK_DIGITS,
                        CheckKind.MRZ_FORM,
                        CheckKind.NATIONAL_NUMBER,
                        CheckKind.EXPIRY,
                        CheckKind.CHIP_SIGNATURE,
                        CheckKind.CHIP_SIGNER,
                        CheckKind.CHIP_SIGNER_VALIDITY,
                        CheckKind.CHIP_SIGNER_KEY_USAGE,
                        CheckKind.CHIP_SIGNER_REVOCATION,
                        CheckKind.CHIP_FILES,
                        CheckKind.CHIP_GENUINE);
    }

    @Test
    void no_flipped_byte_of_a_data_group_is_accepted() throws Exception {
        for (int group : new int[] {1, 2}) {
            for (int at = 0; at < files.get(group).length; at++) {
                byte[] original = files.get(group);
                byte[] flipped = original.clone();
                flipped[at] ^= 0x01;
                files.put(group, flipped);
                assertThat(standing()).as("DG%d, byte %d", group, at).isEqualTo(Standing.REFUSED);
                files.put(group, original);
            }
        }
    }

    @Test
    void a_stranger_to_the_trust_store_is_read_and_not_believed() throws Exception {
        IdentityEvidence evidence = reader(TrustStore.empty()).read(Specimens.chip(files));
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
        assertThat(evidence.strength()).isEqualTo(Strength.FAIR);
        assertThat(check(evidence, CheckKind.CHIP_SIGNER).detail()).contains("namesake trust import");
    }

    @Test
    void an_authority_of_the_same_name_with_another_key_vouches_for_nothing() throws Exception {
        IdentityEvidence evidence = reader(Specimens.trusting(Specimens.authority(Algorithm.EC_NIST)))
                .read(Specimens.chip(files));
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
        assertThat(check(evidence, CheckKind.CHIP_SIGNER).detail()).contains("none of their keys");
    }

    @Test
    void files_of_two_chips_do_not_go_together() throws Exception {
        Map<Integer, byte[]> other = Specimens.files(Specimens.authority(Algorithm.EC_NIST));
        other.put(0, files.get(0));
        other.put(15, new byte[] {0x6F, 0});
        IdentityEvidence evidence = reader(Specimens.trusting(AUTHORITY)).read(Specimens.chip(other));
        assertThat(check(evidence, CheckKind.CHIP_FILES).detail()).isEqualTo("not as signed: DG15");
        assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void a_signature_alone_is_judged_for_what_it_holds() throws Exception {
        IdentityEvidence evidence = reader(Specimens.trusting(AUTHORITY)).read(Specimens.chip(Map.of(0, files.get(0))));
        assertThat(check(evidence, CheckKind.CHIP_SIGNATURE).result()).isEqualTo(Result.PASSED);
        assertThat(check(evidence, CheckKind.CHIP_SIGNER).result()).isEqualTo(Result.PASSED);
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
        assertThat(evidence.strength()).isEqualTo(Strength.NONE);
        assertThat(evidence.missing()).anyMatch(what -> what.contains("DG1")).anyMatch(what -> what.contains("DG2"));
    }

    @Test
    void without_a_signature_nothing_is_believed() throws Exception {
        files.remove(0);
        IdentityEvidence evidence = reader(Specimens.trusting(AUTHORITY)).read(Specimens.chip(files));
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
        assertThat(evidence.strength()).isEqualTo(Strength.FAIR);
        assertThat(evidence.missing()).containsExactly("EF.SOD: the issuer's signature");
    }

    @Test
    void without_the_portrait_it_is_only_fair() throws Exception {
        files.remove(2);
        IdentityEvidence evidence = reader(Specimens.trusting(AUTHORITY)).read(Specimens.chip(files));
        assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        assertThat(evidence.strength()).isEqualTo(Strength.FAIR);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 2_400, 4_000})
    void neither_a_document_nor_a_signer_is_believed_out_of_its_time(int days) throws Exception {
        Clock then = Clock.fixed(NOW.plus(Duration.ofDays(days)), ZoneOffset.UTC);
        IdentityEvidence evidence = new ChipReader(Specimens.trusting(AUTHORITY), List.of(), Profile.STRICT, then)
                .read(Specimens.chip(files));
        assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
        assertThat(check(evidence, CheckKind.EXPIRY).result()).isEqualTo(days > 2_000 ? Result.FAILED : Result.PASSED);
    }

    /** Spain's card of somebody of 70 and more is valid until 01-01-9999. */
    @Test
    void a_document_without_end_has_not_ended_in_1999_and_has_no_last_day() throws Exception {
        Identity endless = new Identity(
                ANNA.documentCode(),
                ANNA.issuer(),
                ANNA.documentNumber(),
                ANNA.surname(),
                ANNA.givenNames(),
                ANNA.nationality(),
                ANNA.birthDate(),
                ANNA.sex(),
                Optional.of(LocalDate.of(9999, 1, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Map<String, byte[]> made = SpecimenChip.make(AUTHORITY, endless, Specimens.PORTRAIT);
        IdentityEvidence evidence = reader(Specimens.trusting(AUTHORITY))
                .read(Specimens.chip(Map.of(0, made.get("EF.SOD"), 1, made.get("EF.DG1"), 2, made.get("EF.DG2"))));
        assertThat(check(evidence, CheckKind.EXPIRY).result()).isEqualTo(Result.PASSED);
        assertThat(evidence.identity().orElseThrow().lastDay()).isEmpty();
        assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
    }

    private Standing standing() {
        try {
            return reader(Specimens.trusting(AUTHORITY))
                    .read(Specimens.chip(files))
                    .standing();
        } catch (DocumentUnreadable damaged) {
            return Standing.REFUSED;
        }
    }

    private static EvidenceCheck check(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static ChipReader reader(TrustStore trust) {
        return new ChipReader(trust, List.of(), Profile.STRICT, CLOCK);
    }
}
