package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.mrz.MrzKey;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a chip asks for before it says anything: something that only who has the document in hand can know. */
public sealed interface AccessKey {

    /** From the machine-readable zone; opens every chip. */
    record Zone(MrzKey fields) implements AccessKey {
        public Zone {
            Objects.requireNonNull(fields, "fields");
        }
    }

    /**
     * The card access number, printed on the document's face (ICAO Doc 9303-11, 4.4.1); opens chips that know PACE.
     *
     * @param digits six
     */
    record CardNumber(String digits) implements AccessKey {
        private static final Pattern SIX = Pattern.compile("[0-9]{6}");

        public CardNumber {
            Objects.requireNonNull(digits, "digits");
        }

        /** @throws DocumentUnreadable when these are not six digits */
        public static CardNumber of(String digits) throws DocumentUnreadable {
            if (!SIX.matcher(digits).matches()) {
                throw new DocumentUnreadable("a card access number has six digits");
            }
            return new CardNumber(digits);
        }

        @Override
        public String toString() {
            return "CardNumber[]";
        }
    }
}
