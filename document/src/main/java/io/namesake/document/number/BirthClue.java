package io.namesake.document.number;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a number says of a birth date: all of it, a part, or a date whose century is open.
 *
 * @param years the years that it can be, at least one
 * @param month 1 to 12, or 0 when the number leaves it open
 * @param day 1 to 31, or 0 when the number leaves it open
 */
public record BirthClue(List<Integer> years, int month, int day) {

    public BirthClue {
        years = List.copyOf(years);
    }

    static BirthClue of(int month, int day, int... years) {
        return new BirthClue(Arrays.stream(years).boxed().toList(), month, day);
    }

    /** The last two digits of a year, of this century or the one before. */
    static BirthClue ofShortYear(int month, int day, int yearOfCentury) {
        return of(month, day, 1900 + yearOfCentury, 2000 + yearOfCentury);
    }

    static BirthClue of(LocalDate date) {
        return of(date.getMonthValue(), date.getDayOfMonth(), date.getYear());
    }

    /** The date, where it is whole and only one. */
    public Optional<LocalDate> date() {
        List<LocalDate> dates = candidates();
        return dates.size() == 1 ? Optional.of(dates.getFirst()) : Optional.empty();
    }

    /** Every date that it can be; empty when the month or the day is left open. */
    public List<LocalDate> candidates() {
        if (month == 0 || day == 0) {
            return List.of();
        }
        return years.stream()
                .filter(this::exists)
                .map(year -> LocalDate.of(year, month, day))
                .toList();
    }

    /** Whether a person who was born on that day can have this number. */
    public boolean allows(LocalDate birth) {
        return years.contains(birth.getYear())
                && (month == 0 || month == birth.getMonthValue())
                && (day == 0 || day == birth.getDayOfMonth());
    }

    /** Whether there is such a day in at least one of the years; with a month and a day, if it must be whole. */
    boolean isPossible(boolean whole) {
        return !(whole && (month == 0 || day == 0)) && years.stream().anyMatch(this::exists);
    }

    private boolean exists(int year) {
        if (month < 0 || month > 12 || day < 0 || day > 31) {
            return false;
        }
        try {
            return month == 0 || YearMonth.of(year, month).isValidDay(Math.max(1, day));
        } catch (DateTimeException noSuchYear) {
            return false;
        }
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "BirthClue";
    }
}
