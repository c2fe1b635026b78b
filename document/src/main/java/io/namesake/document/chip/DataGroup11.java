package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import java.time.LocalDate;
import java.time.MonthDay;
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

    /** What the machine-readable zone says of the holder, with what it has no room for. */
    Identity added(Identity zone) {
        return new Identity(
                zone.documentCode(),
                zone.issuer(),
                zone.documentNumber(),
                zone.surname(),
                zone.givenNames(),
                zone.nationality(),
                birth(zone.birthDate()),
                zone.sex(),
                zone.lastDay(),
                personalNumber.or(zone::personalNumber),
                fullName.or(zone::nativeName),
                address.or(zone::address));
    }

    /** The zone has two digits of the year, and this file four: it says the century, and the date where the zone leaves it open. */
    private Optional<LocalDate> birth(Optional<LocalDate> ofZone) {
        boolean agrees = birthDate.isPresent()
                && ofZone.map(date -> date.getYear() % 100 == birthDate.get().getYear() % 100
                                && MonthDay.from(date).equals(MonthDay.from(birthDate.get())))
                        .orElse(true);
        return agrees ? birthDate : ofZone;
    }

    @Override
    public String toString() {
        return "DataGroup11[]";
    }
}
