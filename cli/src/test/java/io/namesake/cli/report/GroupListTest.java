package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupListTest {

    @TempDir
    private Path folder;

    @Test
    void persons_or_pictures_are_put_into_groups() throws IOException {
        assertThat(read("person,group\nAnn,elders\nBob,\"young, or so\"\n").groups())
                .hasSize(2)
                .containsEntry("Ann", "elders")
                .containsEntry("Bob", "young, or so");
        assertThat(read("group,picture\ndusk,Ann/1.jpg\n").groups()).containsOnlyKeys("Ann/1.jpg");
    }

    @Test
    void a_list_of_pairs_is_known_by_its_pictures_or_their_persons() throws IOException {
        PairList pairs = new PairList(
                List.of(new PairList.Row("x/Ann/1.jpg", "x/Bob/1.jpg", false, 2)),
                Map.of("x/Ann/1.jpg", "Ann", "x/Bob/1.jpg", "Bob"));

        assertThat(read("person,group\nBob,elders\n").namesSomeOf(pairs)).isTrue();
        assertThat(read("picture,group\nx/Ann/1.jpg,dusk\n").namesSomeOf(pairs)).isTrue();
        assertThat(read("person,group\nCid,elders\n").namesSomeOf(pairs)).isFalse();
    }

    @Test
    void the_byte_order_mark_of_a_spreadsheet_is_no_part_of_the_first_column() throws IOException {
        assertThat(read("\uFEFFperson,group\nAnn,elders\n").groups()).containsOnlyKeys("Ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person,picture,group;Ann,1.jpg,x | line 1: the first line must name the columns person and group",
                "person;Ann                       | line 1: the first line must name the columns",
                "person,group                     | the file holds no group",
                "person,group;Ann,                | line 2: it names no person or no group",
                "person,group;Ann,x;Bob           | line 3: it names no person or no group",
                "person,group;Ann,x;Ann,y         | line 3: 'Ann' was in the group 'x' before and is now in 'y'"
            })
    void what_cannot_be_used_is_said_with_its_line(String lines, String message) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n') + "\n"))
                .isInstanceOf(ListException.class)
                .hasMessageContaining(message);
    }

    private GroupList read(String csv) throws IOException {
        return GroupList.read(Files.writeString(folder.resolve("groups.csv"), csv));
    }
}
