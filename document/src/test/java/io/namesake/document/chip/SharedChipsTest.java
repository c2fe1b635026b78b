package io.namesake.document.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.specimen.KeptAuthority;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.MasterList;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real signatures of six countries, a whole Dutch specimen chip, and ICAO's sample face records. */
class SharedChipsTest {

    @ParameterizedTest
    @CsvSource({"AT_01, STRICT", "AU_02, STRICT", "CN_03, RELAXED", "DE_04, STRICT", "FI_05, STRICT", "FR_06, STRICT"})
    void issued_passports_chain_to_their_countries_authority(String country, Profile profile) throws Exception {
        Path folder = folder("issued-sod");
        TrustStore trust = TrustStore.of(List.of(new TrustedAuthority(
                Certificates.certificate(Files.readAllBytes(folder.resolve(country + "_CSCA.cer"))),
                "the shared data",
                LocalDate.of(2026, 11, 24))));
        IdentityEvidence evidence = new ChipReader(trust, List.of(), profile, Specimens.CLOCK)
                .read(new ChipFiles(
                        Optional.of(Files.readAllBytes(folder.resolve(country + "_EF_SOD.bin"))), Map.of()));
        for (CheckKind kind :
                List.of(CheckKind.CHIP_SIGNATURE, CheckKind.CHIP_SIGNER, CheckKind.CHIP_SIGNER_KEY_USAGE)) {
            assertThat(result(evidence, kind)).as(kind.name()).isEqualTo(Result.PASSED);
        }
        assertThat(evidence.relaxed()).hasSize(profile == Profile.RELAXED ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"AT_01, AUT", "AU_02, AUS", "CN_03, CHN", "DE_04, D", "FI_05, FIN", "FR_06, FRA"})
    void a_countrys_authority_vouches_for_its_own_documents_and_no_others(String country, String letters)
            throws Exception {
        TrustedAuthority authority = new TrustedAuthority(
                Certificates.certificate(Files.readAllBytes(folder("issued-sod").resolve(country + "_CSCA.cer"))),
                "the shared data",
                LocalDate.of(2026, 11, 24));
        assertThat(IssuingState.mayBeVouchedForBy(letters, authority)).isTrue();
        assertThat(IssuingState.mayBeVouchedForBy("NLD", authority)).isFalse();
    }

    @Test
    void the_letters_in_the_names_of_listed_authorities_are_those_of_their_countries() throws Exception {
        MasterList list =
                MasterList.read(Files.readAllBytes(folder("masterlist").resolve("NL_ML_2026-07-22.ml")));
        assertThat(list.certificates()).hasSizeGreaterThan(200);
        Set<String> tried = new TreeSet<>();
        for (X509Certificate certificate : list.certificates()) {
            TrustedAuthority listed = new TrustedAuthority(certificate, "a list", LocalDate.of(2026, 11, 24));
            TrustedAuthority plain = new TrustedAuthority(
                    KeptAuthority.of("C=" + listed.country() + ",CN=CSCA").certificate(),
                    "a test",
                    LocalDate.of(2026, 11, 24));
            for (String letters : listed.lettersInZones()) {
                if (letters.length() != 2) {
                    assertThat(IssuingState.mayBeVouchedForBy(letters, plain))
                            .as("%s of %s", letters, listed.country())
                            .isTrue();
                    tried.add(letters);
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(50).contains("D", "FRA", "NLD");
    }

    @Test
    void mere_data_is_refused_under_the_strict_profile() throws Exception {
        byte[] chinese = Files.readAllBytes(folder("issued-sod").resolve("CN_03_EF_SOD.bin"));
        IdentityEvidence evidence = reader().read(new ChipFiles(Optional.of(chinese), Map.of()));
        assertThat(result(evidence, CheckKind.CHIP_SIGNATURE)).isEqualTo(Result.FAILED);
        assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void a_whole_specimen_chip_is_read_and_its_age_noticed() throws Exception {
        Path folder = folder("loes2006");
        ChipInput input = new ChipInput();
        for (String file : List.of("ef0101.bin", "ef0102.bin", "ef010F.bin", "ef011D.bin", "ef011E.bin")) {
            input.add(Files.readAllBytes(folder.resolve(file)));
        }
        IdentityEvidence evidence = reader().read(input.files());
        assertThat(result(evidence, CheckKind.MRZ_CHECK_DIGITS)).isEqualTo(Result.PASSED);
        assertThat(result(evidence, CheckKind.CHIP_SIGNATURE)).isEqualTo(Result.PASSED);
        assertThat(result(evidence, CheckKind.CHIP_FILES)).isEqualTo(Result.PASSED);
        assertThat(result(evidence, CheckKind.EXPIRY)).isEqualTo(Result.FAILED);
        assertThat(evidence.identity().orElseThrow().issuer()).isEqualTo("NLD");
        assertThat(evidence.portrait()).isPresent();
    }

    @Test
    void a_real_chips_answers_are_by_its_key_and_no_flipped_byte_of_them_is() throws Exception {
        Path folder = folder("aa-vectors");
        PublicKey key = DataGroup15.read(Files.readAllBytes(folder.resolve("other_44_rawDg15.bin")));
        for (List<String> names : List.of(
                List.of("other_45_msg.bin", "other_46_sig.bin"), List.of("other_48_msg.bin", "other_49_sig.bin"))) {
            byte[] challenge = Files.readAllBytes(folder.resolve(names.get(0)));
            byte[] response = Files.readAllBytes(folder.resolve(names.get(1)));
            assertThat(isAnswer(key, challenge, response)).isTrue();
            for (int at = 0; at < response.length; at++) {
                response[at] ^= 1;
                assertThat(isAnswer(key, challenge, response)).as("byte %d", at).isFalse();
                response[at] ^= 1;
            }
            challenge[0] ^= 1;
            assertThat(isAnswer(key, challenge, response)).isFalse();
        }
    }

    private static boolean isAnswer(PublicKey key, byte[] challenge, byte[] response) throws Exception {
        return ActiveAuthentication.isAnswer(key, Optional.empty(), ActiveAnswer.of(challenge, response));
    }

    @Test
    void no_flipped_byte_of_the_specimen_chips_data_groups_is_accepted() throws Exception {
        Path folder = folder("loes2006");
        Map<Integer, byte[]> groups = new TreeMap<>();
        groups.put(1, Files.readAllBytes(folder.resolve("ef0101.bin")));
        groups.put(2, Files.readAllBytes(folder.resolve("ef0102.bin")));
        groups.put(15, Files.readAllBytes(folder.resolve("ef010F.bin")));
        Optional<byte[]> signature = Optional.of(Files.readAllBytes(folder.resolve("ef011D.bin")));
        assertThat(result(reader().read(new ChipFiles(signature, groups)), CheckKind.CHIP_FILES))
                .isEqualTo(Result.PASSED);
        for (byte[] file : groups.values()) {
            for (int at = 0; at < file.length; at++) {
                file[at] ^= 1;
                assertThat(isAsSigned(signature, groups)).as("byte %d", at).isFalse();
                file[at] ^= 1;
            }
        }
    }

    private static boolean isAsSigned(Optional<byte[]> signature, Map<Integer, byte[]> groups) {
        try {
            return result(reader().read(new ChipFiles(signature, groups)), CheckKind.CHIP_FILES) == Result.PASSED;
        } catch (DocumentUnreadable damaged) {
            return false;
        }
    }

    @Test
    void face_records_of_both_standards_yield_their_picture() throws Exception {
        Path folder = folder("dg2");
        byte[] face = Files.readAllBytes(folder.resolve("document_test_data_ICAO_39794_5_AP_DG2_Face.jpg"));
        for (String kind : List.of("AllFields", "MandFields")) {
            byte[] group =
                    Files.readAllBytes(folder.resolve("document_test_data_ICAO_39794_5_AP_DG2_" + kind + ".dat"));
            assertThat(DataGroup2.read(group).bytes()).as(kind).isEqualTo(face);
        }
        byte[] older = Files.readAllBytes(folder.resolve("document_iso19794_test_data_ISO19794_Test1_Data.bin"));
        assertThat(FaceRecord19794.portrait(older).bytes())
                .isEqualTo(Files.readAllBytes(folder.resolve("document_iso19794_test_data_ISO19794_Test1_Face.jpg")));
    }

    private static ChipReader reader() {
        return new ChipReader(TrustStore.empty(), List.of(), Profile.STRICT, Specimens.CLOCK);
    }

    private static Result result(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .map(EvidenceCheck::result)
                .findFirst()
                .orElseThrow();
    }

    private static Path folder(String name) {
        Optional<Path> folder = Specimens.shared(name);
        assumeTrue(folder.isPresent(), "the shared chips are not on this machine");
        return folder.get();
    }
}
