package io.namesake.document.chip;

import static io.namesake.document.support.Specimens.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import io.namesake.document.specimen.SpecimenKeys;
import io.namesake.document.support.Specimens;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Active authentication, and the further files of a chip. */
class GenuineChipTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SpecimenAuthority AUTHORITY = Specimens.authority(Algorithm.EC_NIST);
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};

    @ParameterizedTest
    @EnumSource(SpecimenKeys.Kind.class)
    void an_answer_to_our_challenge_by_the_signed_key_is_superior_evidence(SpecimenKeys.Kind kind) throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(kind, RANDOM);
        IdentityEvidence evidence = read(chip(keys, keys), Optional.of(CHALLENGE));
        assertThat(genuine(evidence).result()).isEqualTo(Result.PASSED);
        assertThat(evidence.strength()).isEqualTo(Strength.SUPERIOR);
        assertThat(evidence.missing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SpecimenKeys.Kind.class)
    void a_copy_answers_with_another_key_and_is_refused(SpecimenKeys.Kind kind) throws Exception {
        IdentityEvidence evidence =
                read(chip(SpecimenKeys.make(kind, RANDOM), SpecimenKeys.make(kind, RANDOM)), Optional.of(CHALLENGE));
        assertThat(genuine(evidence).result()).isEqualTo(Result.FAILED);
        assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(SpecimenKeys.Kind.class)
    void an_answer_to_a_challenge_that_came_with_the_files_may_be_old(SpecimenKeys.Kind kind) throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(kind, RANDOM);
        IdentityEvidence evidence = read(chip(keys, keys), Optional.empty());
        assertThat(genuine(evidence).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(evidence.strength()).isEqualTo(Strength.STRONG);
        assertThat(genuine(read(chip(keys, keys), Optional.of(new byte[8]))).result())
                .isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void a_key_that_nobody_signed_proves_nothing() throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        ActiveAnswer answer = keys.answer(CHALLENGE, RANDOM);
        Map<Integer, byte[]> unsigned = groups(keys);
        unsigned.remove(0);
        IdentityEvidence evidence =
                read(new ChipFiles(Optional.empty(), unsigned, Optional.of(answer)), Optional.of(CHALLENGE));
        assertThat(genuine(evidence).result()).isEqualTo(Result.INCONCLUSIVE);

        Map<Integer, byte[]> own = groups(SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM));
        byte[] signature = own.remove(0);
        own.put(15, unsigned.get(15));
        own.put(14, unsigned.get(14));
        IdentityEvidence mixed =
                read(new ChipFiles(Optional.of(signature), own, Optional.of(answer)), Optional.of(CHALLENGE));
        assertThat(mixed.standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void a_challenge_that_was_not_answered_and_keys_that_were_held_back_are_named() throws Exception {
        Map<Integer, byte[]> groups = groups(SpecimenKeys.make(SpecimenKeys.Kind.RSA, RANDOM));
        byte[] signature = groups.remove(0);
        groups.remove(14);
        groups.remove(15);
        IdentityEvidence evidence = read(new ChipFiles(Optional.of(signature), groups), Optional.of(CHALLENGE));
        assertThat(genuine(evidence).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(evidence.missing()).anyMatch(what -> what.contains("DG14")).anyMatch(what -> what.contains("DG15"));
    }

    @Test
    void a_reader_app_sends_what_it_recorded_with_the_files() throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        StringBuilder json = new StringBuilder("{");
        groups(keys)
                .forEach((number, file) ->
                        json.append("\"%s\":\"%s\",".formatted(number == 0 ? "sod" : "dg" + number, base64(file))));
        json.append("\"aaChallenge\":\"%s\",\"aaResponse\":\"%s\"}"
                .formatted(
                        base64(CHALLENGE), base64(keys.answer(CHALLENGE, RANDOM).response())));
        ChipFiles files = new ChipInput()
                .add(json.toString().getBytes(StandardCharsets.UTF_8))
                .files();
        assertThat(genuine(read(files, Optional.of(CHALLENGE))).result()).isEqualTo(Result.PASSED);
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new ChipInput()
                        .addDataGroup(1, new byte[1])
                        .addChallenge(CHALLENGE)
                        .files())
                .withMessageContaining("one is missing");
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> ActiveAnswer.of(new byte[7], new byte[64]));
    }

    @Test
    void the_name_in_another_script_and_the_address_stand_in_a_file_of_their_own() throws Exception {
        Identity anna = Specimens.ANNA;
        Identity wang = new Identity(
                anna.documentCode(),
                anna.issuer(),
                anna.documentNumber(),
                "WANG",
                "XIAOYU",
                anna.nationality(),
                anna.birthDate(),
                anna.sex(),
                anna.lastDay(),
                anna.personalNumber(),
                Optional.of("王<<晓宇"),
                Optional.of("北京市<东城区"));
        Map<String, byte[]> made = SpecimenChip.make(AUTHORITY, wang, Specimens.PORTRAIT);
        ChipFiles files = new ChipFiles(
                Optional.of(made.get("EF.SOD")),
                Map.of(1, made.get("EF.DG1"), 2, made.get("EF.DG2"), 11, made.get("EF.DG11")));
        IdentityEvidence evidence = read(files, Optional.empty());
        assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        assertThat(evidence.identity().orElseThrow().nativeName()).contains("王 晓宇");
        assertThat(evidence.identity().orElseThrow().address()).contains("北京市 东城区");
    }

    @Test
    void texts_that_are_none_or_turn_what_stands_around_them_are_refused() {
        for (byte[] name : List.of(
                new byte[] {(byte) 0xC3, 0x28},
                "a\nb".getBytes(StandardCharsets.UTF_8),
                "a\u202Eb".getBytes(StandardCharsets.UTF_8),
                new byte[2_000])) {
            assertThatExceptionOfType(DocumentUnreadable.class).isThrownBy(() -> Texts.text(name));
        }
        assertThat(Texts.date(new byte[] {0x20, 0x26, 0x02, 0x29})).isEmpty();
        assertThat(Texts.date(new byte[] {0x20, 0x24, 0x02, 0x29})).isPresent();
        assertThat(Texts.date("20240229".getBytes(StandardCharsets.US_ASCII))).isPresent();
    }

    @Test
    void a_document_that_will_be_issued_one_day_is_refused() throws Exception {
        Map<Integer, byte[]> groups = new TreeMap<>(Specimens.files(AUTHORITY));
        groups.remove(0);
        groups.put(12, issued("20270101"));
        assertThat(read(new ChipFiles(Optional.empty(), groups), Optional.empty())
                        .standing())
                .isEqualTo(Standing.REFUSED);
        groups.put(12, issued("20260101"));
        assertThat(read(new ChipFiles(Optional.empty(), groups), Optional.empty())
                        .standing())
                .isEqualTo(Standing.READ);
    }

    private static byte[] issued(String date) {
        byte[] file = new byte[13];
        file[0] = 0x6C;
        file[1] = 11;
        file[2] = 0x5F;
        file[3] = 0x26;
        file[4] = 8;
        System.arraycopy(date.getBytes(StandardCharsets.US_ASCII), 0, file, 5, 8);
        return file;
    }

    private static ChipFiles chip(SpecimenKeys signed, SpecimenKeys answering) throws DocumentUnreadable {
        Map<Integer, byte[]> groups = groups(signed);
        byte[] signature = groups.remove(0);
        return new ChipFiles(Optional.of(signature), groups, Optional.of(answering.answer(CHALLENGE, RANDOM)));
    }

    private static Map<Integer, byte[]> groups(SpecimenKeys keys) {
        Map<Integer, byte[]> groups = new TreeMap<>();
        SpecimenChip.make(AUTHORITY, Specimens.ANNA, Specimens.PORTRAIT, Optional.of(keys))
                .forEach((name, file) -> groups.put(
                        name.equals("EF.SOD") ? 0 : Integer.parseInt(name.substring("EF.DG".length())), file));
        return groups;
    }

    private static IdentityEvidence read(ChipFiles files, Optional<byte[]> issued) throws DocumentUnreadable {
        return new ChipReader(Specimens.trusting(AUTHORITY), List.of(), Profile.STRICT, CLOCK).read(files, issued);
    }

    private static EvidenceCheck genuine(IdentityEvidence evidence) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == CheckKind.CHIP_GENUINE)
                .findFirst()
                .orElseThrow();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
