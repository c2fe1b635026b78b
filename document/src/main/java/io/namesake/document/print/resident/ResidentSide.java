package io.namesake.document.print.resident;

import io.namesake.document.Sex;
import io.namesake.document.print.page.Quad;
import java.time.LocalDate;
import java.util.Optional;

/** What one side of a resident card says. */
public sealed interface ResidentSide {

    /** Whether it says SPECIMEN, 样本 or 样证. */
    boolean specimen();

    /** Whether all was read that must not be missing. */
    default boolean isWhole() {
        return true;
    }

    /**
     * The side with the portrait.
     *
     * @param number 18 characters, as they were read
     * @param numberPlace where it lies
     * @param numberSure whether it was read alike twice, or its check character is right
     */
    record Front(
            Optional<String> name,
            Optional<Sex> sex,
            Optional<LocalDate> birthDate,
            Optional<String> address,
            String number,
            Quad numberPlace,
            boolean numberSure,
            boolean specimen)
            implements ResidentSide {

        @Override
        public boolean isWhole() {
            return numberSure && name.isPresent() && birthDate.isPresent() && sex.isPresent();
        }

        /** With what another reading of the same side saw and this one did not. */
        public Front filledFrom(Front other) {
            return other.number.equals(number)
                    ? new Front(
                            name.or(other::name),
                            sex.or(other::sex),
                            birthDate.or(other::birthDate),
                            address.or(other::address),
                            number,
                            numberPlace,
                            numberSure || other.numberSure,
                            specimen || other.specimen)
                    : this;
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Front[]";
        }
    }

    /**
     * The other one.
     *
     * @param lastDay empty for a card that is valid for life (长期)
     */
    record Back(Optional<String> authority, LocalDate from, Optional<LocalDate> lastDay, boolean specimen)
            implements ResidentSide {}
}
