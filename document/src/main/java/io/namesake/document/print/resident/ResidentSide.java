package io.namesake.document.print.resident;

import io.namesake.document.Sex;
import io.namesake.document.print.page.Quad;
import java.time.LocalDate;
import java.util.Optional;

/** What one side of a resident card says. */
public sealed interface ResidentSide {

    /** Whether it says SPECIMEN or 样本. */
    boolean specimen();

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
