package io.namesake.document.chip;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.Identity;
import io.namesake.document.support.Specimens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataGroup11Test {

    @ParameterizedTest
    @CsvSource({
        "2025-03-05, 1925-03-05, 1925-03-05",
        "1974-08-12, 1974-08-12, 1974-08-12",
        "1974-08-12, 1975-08-12, 1974-08-12",
        "1974-08-12, 1874-08-13, 1974-08-12",
        "1974-08-12, 1874-08-12, 1974-08-12",
        "1974-08-12, 0074-08-12, 1974-08-12",
        "1974-08-12, 2074-08-12, 1974-08-12",
        "2025-03-05, 1825-03-05, 2025-03-05",
        "1996-11-24, 1896-11-24, 1996-11-24",
        "1996-11-25, 1896-11-25, 1896-11-25",
        "2024-02-29, 1924-02-29, 1924-02-29",
        "2000-02-29, 1900-02-28, 2000-02-29",
        "2000-03-01, 1900-02-28, 2000-03-01",
        "1974-08-12, , 1974-08-12",
        ", 1925-03-05, 1925-03-05",
        ", , "
    })
    void a_signed_year_of_four_digits_says_the_century_of_the_zones_two(
            LocalDate zone, LocalDate signed, LocalDate birth) {
        DataGroup11 more =
                new DataGroup11(Optional.empty(), Optional.empty(), Optional.ofNullable(signed), Optional.empty());
        assertThat(more.added(born(zone), LocalDate.ofInstant(Specimens.NOW, ZoneOffset.UTC))
                        .birthDate())
                .isEqualTo(Optional.ofNullable(birth));
    }

    private static Identity born(LocalDate day) {
        Identity anna = Specimens.ANNA;
        return new Identity(
                anna.documentCode(),
                anna.issuer(),
                anna.documentNumber(),
                anna.surname(),
                anna.givenNames(),
                anna.nationality(),
                Optional.ofNullable(day),
                anna.sex(),
                anna.lastDay(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
