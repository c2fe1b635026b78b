package io.namesake.document.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.support.Specimens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two countries' real lists, where they are on this machine. */
class MasterListTest {

    @TempDir
    private Path folder;

    @Test
    void a_list_is_taken_up_only_when_someone_trusted_vouches_for_its_signer() throws Exception {
        Path lists = lists();
        MasterList list = MasterList.read(Files.readAllBytes(lists.resolve("NL_ML_2026-07-22.ml")));
        assertThatExceptionOfType(UntrustedSigner.class)
                .isThrownBy(() -> taken(TrustStore.empty(), list, List.of()))
                .withMessageContaining("not trusted");
        // That the list itself holds its signer's authority, or that another authority is trusted, does not help.
        assertThatExceptionOfType(UntrustedSigner.class)
                .isThrownBy(() -> taken(
                        TrustStore.empty(),
                        list,
                        List.of(Specimens.authority(Algorithm.EC_NIST).certificate())));

        TrustImport taken = taken(TrustStore.empty(), list, List.of(certificate(lists, "NL_ROOT_CA.cer")));
        assertThat(taken.added()).hasSizeGreaterThan(300);
        assertThat(taken.added().size() + taken.refused().size() + taken.repeated() + taken.unreadable())
                .isEqualTo(list.certificates().size() + list.unreadable());
        assertThat(taken.store().authorities()).hasSameSizeAs(taken.added());

        TrustImport again = taken(taken.store(), list, List.of(certificate(lists, "NL_ROOT_CA.cer")));
        assertThat(again.added()).isEmpty();
        assertThat(again.known()).isEqualTo(taken.added().size());
    }

    @Test
    void a_changed_list_is_refused() throws Exception {
        byte[] list = Files.readAllBytes(lists().resolve("NL_ML_2026-07-22.ml"));
        for (int at = 1_000; at < list.length; at += list.length / 20) {
            byte[] changed = list.clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(DocumentUnreadable.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> MasterList.read(changed));
        }
    }

    @Test
    void a_passport_chains_to_its_country_through_the_lists() throws Exception {
        Path lists = lists();
        MasterList german = MasterList.read(Files.readAllBytes(lists.resolve("DE_ML_2026-05-28-08-28-45.ml")));
        TrustStore trust = taken(TrustStore.empty(), german, List.of(certificate(lists, "DE_ROOT_CA_CSCA07.cer")))
                .store();
        for (String country : List.of("AT_01", "AU_02", "CN_03", "DE_04", "FI_05", "FR_06")) {
            X509Certificate signer = certificate(Specimens.shared("issued-sod").orElseThrow(), country + "_DSC.cer");
            assertThat(trust.issuersOf(signer))
                    .as(country)
                    .anyMatch(authority -> Certificates.hasIssued(authority.certificate(), signer));
        }
    }

    @Test
    void a_trust_store_is_a_file_that_is_read_again_whole() throws Exception {
        TrustStore store = Specimens.trusting(Specimens.authority(Algorithm.EC_BRAINPOOL));
        TrustFile file = new TrustFile(folder.resolve("new/trust.json"));
        assertThat(file.read().authorities()).isEmpty();
        file.write(store);
        assertThat(file.read().authorities()).isEqualTo(store.authorities());
        assertThat(Files.readString(folder.resolve("new/trust.json"))).contains("SPECIMEN CSCA", "a test");
        Files.writeString(folder.resolve("new/trust.json"), "{\"authorities\": [{}]}");
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(file::read)
                .withMessageContaining("damaged");
    }

    private static TrustImport taken(TrustStore before, MasterList list, List<X509Certificate> anchors)
            throws UntrustedSigner {
        return TrustImport.of(before, list, anchors, "a list", Specimens.CLOCK);
    }

    private static X509Certificate certificate(Path folder, String name) throws Exception {
        return Certificates.certificate(Files.readAllBytes(folder.resolve(name)));
    }

    private static Path lists() {
        Optional<Path> lists = Specimens.shared("masterlist");
        assumeTrue(lists.isPresent(), "the shared master lists are not on this machine");
        return lists.get();
    }
}
