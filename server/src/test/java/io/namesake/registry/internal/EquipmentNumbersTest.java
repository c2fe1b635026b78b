package io.namesake.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.registry.EquipmentKind;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EquipmentNumbersTest {
    private static final String ICCID = "8991101200003204514";
    private static final String EID = withCheck("890490320012345000012345678901");

    @Test
    void a_sim_card_is_told_by_its_number_with_or_without_separators() {
        assertThat(EquipmentNumbers.normalised(EquipmentKind.ICCID, ICCID)).contains(ICCID);
        assertThat(EquipmentNumbers.normalised(EquipmentKind.ICCID, "8991 1012 0000 3204 514"))
                .contains(ICCID);
        assertThat(EquipmentNumbers.normalised(EquipmentKind.ICCID, "1991101200003204510"))
                .isEmpty();
        assertThat(EquipmentNumbers.normalised(EquipmentKind.ICCID, "8991")).isEmpty();
    }

    @Test
    void a_subscription_has_fourteen_or_fifteen_digits() {
        assertThat(EquipmentNumbers.normalised(EquipmentKind.IMSI, "460001234567890"))
                .isPresent();
        assertThat(EquipmentNumbers.normalised(EquipmentKind.IMSI, "46000123456789"))
                .isPresent();
        assertThat(EquipmentNumbers.normalised(EquipmentKind.IMSI, "4600012345678"))
                .isEmpty();
        assertThat(EquipmentNumbers.normalised(EquipmentKind.IMSI, "46000123456789O"))
                .isEmpty();
    }

    @Property
    void one_wrong_digit_is_found(
            @ForAll @IntRange(min = 2, max = 18) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        assertThat(EquipmentNumbers.normalised(EquipmentKind.ICCID, wrong(ICCID, place, by)))
                .isEmpty();
        assertThat(EquipmentNumbers.normalised(EquipmentKind.EID, wrong(EID, place, by)))
                .isEmpty();
    }

    @Property
    void an_esim_is_taken_with_its_own_check_digits_alone(@ForAll @NumericChars @StringLength(28) String digits) {
        var right = withCheck("89" + digits);
        assertThat(EquipmentNumbers.normalised(EquipmentKind.EID, right)).contains(right);
        assertThat(EquipmentNumbers.normalised(EquipmentKind.EID, wrong(right, 31, 1)))
                .isEmpty();
    }

    @Property
    void no_text_breaks_the_reading(@ForAll EquipmentKind kind, @ForAll String text) {
        EquipmentNumbers.normalised(kind, text)
                .ifPresent(value ->
                        assertThat(EquipmentNumbers.normalised(kind, value)).contains(value));
    }

    @Test
    void an_address_is_printable_and_bounded() {
        assertThat(EquipmentNumbers.normalised(EquipmentKind.INSTALLATION_ADDRESS, " 1 Long Road, 2nd floor "))
                .contains("1 Long Road, 2nd floor");
        assertThat(EquipmentNumbers.normalised(EquipmentKind.INSTALLATION_ADDRESS, "1 Long Road\n"))
                .contains("1 Long Road");
        assertThat(EquipmentNumbers.normalised(EquipmentKind.INSTALLATION_ADDRESS, "1 Long\nRoad"))
                .isEmpty();
        assertThat(EquipmentNumbers.normalised(EquipmentKind.CIRCUIT_ID, "c".repeat(101)))
                .isEmpty();
        assertThat(EquipmentNumbers.normalised(EquipmentKind.CIRCUIT_ID, " ")).isEmpty();
    }

    private static String withCheck(String thirtyDigits) {
        var check = 98
                - new BigInteger(thirtyDigits + "00")
                        .mod(BigInteger.valueOf(97))
                        .intValue();
        return thirtyDigits + "%02d".formatted(check);
    }

    private static String wrong(String digits, int place, int by) {
        var changed = (char) ('0' + (digits.charAt(place) - '0' + by) % 10);
        return digits.substring(0, place) + changed + digits.substring(place + 1);
    }
}
