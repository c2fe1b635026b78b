package io.namesake.document.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.namesake.document.DocumentUnreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChipInputTest {
    private static final byte[] ONE = {0x61, 0};

    @ParameterizedTest
    @CsvSource({
        "EF.DG1, 1",
        "dg1.bin, 1",
        "EF_DG15.bin, 15",
        "chip/Dg2.dat, 2",
        "ef0101.bin, 1",
        "010F, 15",
        "EF.SOD, 0",
        "sod.bin, 0",
        "ef011d.bin, 0"
    })
    void a_file_in_a_zip_is_known_by_its_name(String name, int group) throws Exception {
        ChipFiles files = new ChipInput().add(zip(name, ONE)).files();
        if (group == 0) {
            assertThat(files.securityObject()).contains(ONE);
        } else {
            assertThat(files.dataGroups()).containsOnlyKeys(group);
        }
    }

    @ParameterizedTest
    @CsvSource({"61, 1", "75, 2", "6B, 11", "6C, 12", "6E, 14", "6F, 15", "77, 0"})
    void a_file_of_its_own_is_known_by_its_tag(String tag, int group) throws Exception {
        byte[] file = {(byte) Integer.parseInt(tag, 16), 0};
        ChipFiles files = new ChipInput().add(file).files();
        assertThat(
                        group == 0
                                ? files.securityObject().isPresent()
                                : files.dataGroups().containsKey(group))
                .isTrue();
    }

    @Test
    void a_reader_app_may_send_json() throws Exception {
        String json = "{\"sod\": \"dwA=\", \"dg1\": \"YQA=\", \"com\": \"YAA=\"}";
        ChipFiles files =
                new ChipInput().add(json.getBytes(StandardCharsets.UTF_8)).files();
        assertThat(files.securityObject()).isPresent();
        assertThat(files.dataGroups()).containsOnlyKeys(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"dg1\": 1}",
                "{\"dg1\": \"!\"}",
                "{\"dg1\": null}",
                "{\"dg1\": {}}",
                "{\"passport\": \"YQA=\"}",
                "{}",
                "zebra",
                "PK"
            })
    void what_is_none_of_these_is_refused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_zip_bomb_is_refused_when_a_file_is_larger_than_any_chip_holds() throws Exception {
        byte[] bomb = zip("dg2", new byte[64 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(ChipInput.LARGEST_INPUT);
        assertRefused(bomb);
    }

    /** What comes behind is cut off, so that whoever unpacks it finds the zip damaged. */
    @ParameterizedTest
    @ValueSource(strings = {"dg2", "folder/"})
    void no_more_of_a_zip_bomb_is_unpacked_than_shows_that_it_is_one(String name) throws Exception {
        byte[] bomb = zip(name, new byte[64 * 1024 * 1024]);
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new ChipInput().add(Arrays.copyOf(bomb, bomb.length / 2)))
                .withMessageContaining("a file in the zip has more than");
    }

    @Test
    void too_many_entries_two_of_a_kind_and_groups_that_do_not_exist_are_refused() throws Exception {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 100; i++) {
                zip.putNextEntry(new ZipEntry("folder" + i + "/"));
            }
        }
        assertRefused(many.toByteArray());
        assertRefused(zip("dg17", ONE));
        assertRefused(zip("dg0", ONE));
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new ChipInput().add(ONE).add(ONE))
                .withMessageContaining("two EF.DG1");
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new ChipInput().addSecurityObject(ONE).addSecurityObject(ONE))
                .withMessageContaining("two EF.SOD");
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new ChipInput().add(new byte[] {0x60, 0}).files())
                .withMessageContaining("no file of a chip");
    }

    private static void assertRefused(byte[] input) {
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new ChipInput().add(input).files());
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
