package io.namesake.document.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChecksumProperties {

    /** The schemes that promise to notice every wrong digit. */
    private enum Scheme {
        LUHN(Checksum::luhn),
        VERHOEFF(Checksum::verhoeff),
        MOD_11_2(Checksum::mod11Radix2),
        MOD_11_10(Checksum::mod11And10);

        private final Predicate<String> isRight;

        Scheme(Predicate<String> isRight) {
            this.isRight = isRight;
        }

        String complete(String body) {
            String endings = this == MOD_11_2 ? "0123456789X" : "0123456789";
            return endings.chars()
                    .mapToObj(ending -> body + (char) ending)
                    .filter(isRight)
                    .reduce((_, second) -> {
                        throw new AssertionError("two endings are right");
                    })
                    .orElseThrow();
        }
    }

    @Property
    void each_number_has_one_right_ending_and_every_other_digit_is_noticed(
            @ForAll("digits") String body, @ForAll Scheme scheme) {
        String number = scheme.complete(body);
        for (int at = 0; at < number.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = number.substring(0, at) + digit + number.substring(at + 1);
                assertThat(scheme.isRight.test(changed)).isEqualTo(changed.equals(number));
            }
        }
    }

    @Property
    void verhoeff_and_mod_11_2_notice_every_exchange_of_neighbours(@ForAll("digits") String body) {
        for (Scheme scheme : new Scheme[] {Scheme.VERHOEFF, Scheme.MOD_11_2}) {
            String number = scheme.complete(body);
            assertThat(IntStream.range(0, body.length() - 1)
                            .mapToObj(at -> exchange(number, at))
                            .filter(changed -> !changed.equals(number)))
                    .noneMatch(scheme.isRight);
        }
    }

    private static String exchange(String number, int at) {
        return number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(17);
    }
}
