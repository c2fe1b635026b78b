package io.namesake.document.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class MrzProperties {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Property
    void what_is_written_is_read_again_and_right(
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 15) String surname,
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(max = 15) String givenNames,
            @ForAll @CharRange(from = 'A', to = 'Z') @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 9)
                    String number,
            @ForAll @IntRange(max = 36_000) int daysOld,
            @ForAll @IntRange(max = 15_000) int daysValid,
            @ForAll Sex sex)
            throws DocumentUnreadable {
        Identity identity = new Identity(
                "P",
                "UTO",
                number,
                surname,
                givenNames,
                "UTO",
                Optional.of(TODAY.minusDays(daysOld)),
                sex,
                Optional.of(TODAY.plusDays(daysValid)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Mrz zone = Mrz.parse(MrzWriter.td3(identity));
        assertThat(zone.identity(TODAY)).isEqualTo(identity);
        assertThat(zone.checks()).allMatch(check -> check.result() == Result.PASSED);
    }

    @Property
    void any_other_digit_in_a_field_with_a_check_digit_is_noticed(
            @ForAll @IntRange(max = 8) int at, @ForAll @IntRange(min = 1, max = 9) int more) throws DocumentUnreadable {
        String zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<1234567897UTO7408122F1204159<<<<<<<<<<<<<<<2";
        char digit = zone.charAt(44 + at);
        char other = (char) ('0' + (digit - '0' + more) % 10);
        Mrz changed = Mrz.parse(zone.substring(0, 44 + at) + other + zone.substring(45 + at));
        assertThat(changed.checks().getFirst().detail()).contains("document number");
    }

    @Property
    void no_text_breaks_the_reader(
            @ForAll @AlphaChars @CharRange(from = '0', to = '<') @StringLength(max = 100) String text) {
        try {
            Mrz zone = Mrz.parse(text.toUpperCase(Locale.ROOT));
            zone.identity(TODAY);
            zone.checks();
        } catch (DocumentUnreadable refused) {
            assertThat(refused).hasMessageContaining("zone");
        }
    }
}
