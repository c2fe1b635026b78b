package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * EF.DG11: more of the holder (ICAO Doc 9303-10, 4.7.11). Taken are the parts that say who it is; the rest (telephone, profession, custody) is
 * nothing that a line needs.
 */
record DataGroup11(
        Optional<String> fullName,
        Optional<String> personalNumber,
        Optional<LocalDate> birthDate,
        Optional<String> address) {
    private static final int TAG = 0x6B;
    private static final int FULL_NAME = 0x5F0E;
    private static final int PERSONAL_NUMBER = 0x5F10;
    private static final int BIRTH_DATE = 0x5F2B;
    private static final int ADDRESS = 0x5F42;

    /** Nobody is older. */
    private static final int OLDEST_YEARS = 130;

    static DataGroup11 read(byte[] file) throws DocumentUnreadable {
        Optional<String> fullName = Optional.empty();
        Optional<String> personalNumber = Optional.empty();
        Optional<LocalDate> birthDate = Optional.empty();
        Optional<String> address = Optional.empty();
        Tlv items = Tlv.in(Tlv.only(file, TAG));
        while (!items.isAtEnd()) {
            Tlv.Item item = items.next();
            switch (item.tag()) {
                case FULL_NAME -> fullName = Texts.text(item.value());
                case PERSONAL_NUMBER -> personalNumber = Texts.text(item.value());
                case BIRTH_DATE -> birthDate = Texts.date(item.value());
                case ADDRESS -> address = Texts.text(item.value());
                default -> {}
            }
        }
        return new DataGroup11(fullName, personalNumber, birthDate, address);
    }

    /**
     * What the machine-readable zone says of the holder, with what it has no room for.
     *
     * @param today for the centuries in which a person who lives can be born
     */
    Identity added(Identity zone, LocalDate today) {
        return new Identity(
                zone.documentCode(),
                zone.issuer(),
                zone.documentNumber(),
                zone.surname(),
                zone.givenNames(),
                zone.nationality(),
                birth(zone.birthDate(), today),
                zone.sex(),
                zone.lastDay(),
                personalNumber.or(zone::personalNumber),
                fullName.or(zone::nativeName),
                address.or(zone::address));
    }

    /**
     * The zone has two digits of the year, and this file four: it says the century, and the date where the zone leaves it open. The zone's date is the
     * latest that has been, so another century can only be the one before; a year in which nobody was born who lives, or a coming one, is a slip of the issuer's.
     */
    private Optional<LocalDate> birth(Optional<LocalDate> ofZone, LocalDate today) {
        return ofZone.map(date -> birthDate
                        .filter(signed -> signed.plusYears(100).equals(date))
                        .filter(signed -> signed.isAfter(today.minusYears(OLDEST_YEARS)))
                        .orElse(date))
                .or(() -> birthDate);
    }

    @Override
    public String toString() {
        return "DataGroup11[]";
    }
}
