package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairListTest {

    private static final String HEADER = "image_a,image_b,same_person\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void some_pictures() throws IOException {
        Files.createDirectories(folder.resolve("images/Ann"));
        Files.createFile(folder.resolve("images/Ann/1.jpg"));
        Files.createFile(folder.resolve("images/Ann/2, smiling.jpg"));
        Files.createDirectories(folder.resolve("images/Bob"));
        Files.createFile(folder.resolve("images/Bob/1.jpg"));
    }

    @Test
    void rows_are_read_in_order_with_their_lines() throws IOException {
        PairList list = read(
                HEADER + "Ann/1.jpg,\"Ann/2, smiling.jpg\",true\n\n\"Bob/../Ann/2, smiling.jpg\",Bob/1.jpg,false\n");

        assertThat(list.rows())
                .containsExactly(
                        new PairList.Row("Ann/1.jpg", "Ann/2, smiling.jpg", true, 2),
                        new PairList.Row("Ann/2, smiling.jpg", "Bob/1.jpg", false, 4));
        assertThat(list.personOf("Ann/2, smiling.jpg")).isEqualTo("Ann");
        assertThat(list.personOf("Bob/1.jpg")).isEqualTo("Bob");
    }

    @Test
    void the_columns_may_come_in_any_order_and_with_others_beside_them() throws IOException {
        PairList list = read("note,same_person,image_b,image_a\r\n"
                + "x,true,\"Ann/2, smiling.jpg\",Ann/1.jpg\r\n"
                + "y,false,Bob/1.jpg,Ann/1.jpg\r\n");

        assertThat(list.rows().getFirst()).isEqualTo(new PairList.Row("Ann/1.jpg", "Ann/2, smiling.jpg", true, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ann/1.jpg,Ann/1.jpg,true              | compares 'Ann/1.jpg' with itself",
                "Ann/1.jpg,Ann/3.jpg,true              | image_b 'Ann/3.jpg' is not a file",
                "Ann/1.jpg,Ann,true                    | image_b 'Ann' is not a file",
                ",Ann/1.jpg,true                       | image_a is empty",
                "../pairs.csv,Ann/1.jpg,true           | leads out of the folder of images",
                "/etc/hostname,Ann/1.jpg,true          | leads out of the folder of images",
                "Ann/1.jpg,'Ann/2, smiling.jpg',perhaps | same_person is 'perhaps'",
                "Ann/1.jpg,Ann/1.jpg                   | it has 2 fields, and the first line names 3",
                "Ann/1.jpg,Ann/1.jpg,true,1            | it has 4 fields",
                "'Ann/1.jpg'x,Ann/1.jpg,true           | it is not proper CSV",
            })
    void a_row_that_is_no_pair_is_refused_with_its_line(String row, String reason) {
        assertThatThrownBy(
                        () -> read(HEADER + "Ann/1.jpg,\"Ann/2, smiling.jpg\",true\n" + row.replace('\'', '"') + "\n"))
                .isInstanceOf(ListException.class)
                .hasMessageContaining("pairs.csv, line 3: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image_a,image_b                  | there is no same_person",
                "Ann/1.jpg,Ann/2.jpg,true         | there is no image_a",
                "image_a,image_b,same_person      | the file holds no pair",
                "image_a,image_b,same_person,person_b | the persons need two columns, person_a and person_b",
                "image_a,image_b,same_person,image_a | it is not proper CSV",
                "''                               | there is no image_a",
            })
    void a_list_without_the_columns_or_without_rows_is_refused(String file, String reason) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ListException.class)
                .hasMessageContaining("line 1: ")
                .hasMessageContaining(reason);
    }

    @Test
    void the_byte_order_mark_of_a_spreadsheet_is_no_part_of_the_first_column() throws IOException {
        PairList list = read("\uFEFF" + HEADER + "Ann/1.jpg,\"Ann/2, smiling.jpg\",true\nAnn/1.jpg,Bob/1.jpg,false\n");

        assertThat(list.rows()).hasSize(2);
        assertThat(read("\uFEFF\"image_a\",image_b,same_person\n"
                                + "Ann/1.jpg,\"Ann/2, smiling.jpg\",true\nAnn/1.jpg,Bob/1.jpg,false\n")
                        .rows())
                .isEqualTo(list.rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "documents/17.jpg,selfies/17.jpg,true | show one person, but a person is told by the folder that a picture lies in, and they lie in two",
                "documents/17.jpg,documents/18.jpg,false | show different persons, but a person is told by the folder that a picture lies in, and they lie in one"
            })
    void folders_that_are_not_persons_are_refused_with_what_is_needed(String row, String reason) throws IOException {
        documentsAndSelfies();

        assertThatThrownBy(() -> read(HEADER + "Ann/1.jpg,Bob/1.jpg,false\n" + row + "\n"))
                .isInstanceOf(ListException.class)
                .hasMessageContaining("line 3: same_person says that 'documents/17.jpg' and '")
                .hasMessageContaining(reason)
                .hasMessageContaining("Put the pictures of each person, and of no other, into one folder")
                .hasMessageContaining("two more columns, person_a and person_b");
    }

    @Test
    void persons_may_be_named_instead_of_having_folders() throws IOException {
        documentsAndSelfies();

        PairList list = read("image_a,person_a,image_b,person_b,same_person\n"
                + "documents/17.jpg,Ann,selfies/17.jpg,Ann,true\n"
                + "documents/17.jpg,Ann,documents/18.jpg,Bob,false\n");

        assertThat(list.personOf("selfies/17.jpg")).isEqualTo("Ann");
        assertThat(list.personOf("documents/18.jpg")).isEqualTo("Bob");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "documents/17.jpg,Ann,selfies/17.jpg,Bob,true | show one person, but the columns name 'Ann' and 'Bob'",
                "documents/17.jpg,Ann,documents/18.jpg,Ann,false | show different persons, but the columns name 'Ann' twice",
                "documents/17.jpg,Bob,selfies/17.jpg,Bob,true | 'documents/17.jpg' showed 'Ann' before and shows 'Bob' now",
                "documents/17.jpg,,selfies/17.jpg,Ann,true | person_a is empty",
                "documents/17.jpg,Ann,selfies/17.jpg,,true | person_b is empty"
            })
    void persons_that_contradict_the_labels_or_themselves_are_refused(String row, String reason) throws IOException {
        documentsAndSelfies();

        assertThatThrownBy(() -> read("image_a,person_a,image_b,person_b,same_person\n"
                        + "documents/17.jpg,Ann,Bob/1.jpg,Bob,false\n" + row + "\n"))
                .isInstanceOf(ListException.class)
                .hasMessageContaining("line 3: ")
                .hasMessageContaining(reason);
    }

    private void documentsAndSelfies() throws IOException {
        for (String name : new String[] {"documents/17.jpg", "documents/18.jpg", "selfies/17.jpg"}) {
            Path picture = folder.resolve("images").resolve(name);
            Files.createDirectories(picture.getParent());
            Files.createFile(picture);
        }
    }

    @Test
    void a_list_of_one_kind_only_measures_nothing_and_is_refused() {
        assertThatThrownBy(() -> read(HEADER + "Ann/1.jpg,\"Ann/2, smiling.jpg\",true\n"))
                .isInstanceOf(ListException.class)
                .hasMessageContaining("needs pairs of one person and pairs of different persons");
    }

    @Test
    void a_list_that_is_not_text_is_refused() {
        assertThatThrownBy(() -> PairList.read(
                        Files.write(folder.resolve("pairs.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}),
                        folder.resolve("images")))
                .isInstanceOf(ListException.class)
                .hasMessageContaining("it is not UTF-8 text");
    }

    private PairList read(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.csv"), csv, StandardCharsets.UTF_8);
        return PairList.read(file, folder.resolve("images"));
    }
}
