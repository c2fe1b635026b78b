package io.namesake.document.print;

import io.namesake.document.Identity;
import io.namesake.document.Sex;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a printed zone may write what the machine-readable zone says. */
final class PrintedForms {
    private static final int NEARLY = 2;
    private static final int LONG_ENOUGH = 6;
    private static final List<DateTimeFormatter> DATES = List.of(
            pattern("ddMMMyyyy"),
            pattern("ddMMyyyy"),
            pattern("yyyyMMdd"),
            pattern("ddMMMyy"),
            pattern("ddMMyy"),
            pattern("MMddyyyy"),
            pattern("dMMMyyyy"),
            pattern("dMyyyy"));

    private PrintedForms() {}

    /** Each field's parts, each with the ways in which it may be written. */
    static Map<String, List<Set<String>>> wanted(Identity identity) {
        Map<String, List<Set<String>>> wanted = new LinkedHashMap<>();
        wanted.put("number", new ArrayList<>(List.of(Set.of(plain(identity.documentNumber())))));
        wanted.put("surname", words(identity.surname()));
        wanted.put("given names", words(identity.givenNames()));
        identity.birthDate().ifPresent(date -> wanted.put("birth date", new ArrayList<>(List.of(ways(date)))));
        identity.lastDay().ifPresent(date -> wanted.put("last day", new ArrayList<>(List.of(ways(date)))));
        wanted.values().removeIf(List::isEmpty);
        return wanted;
    }

    private static List<Set<String>> words(String name) {
        return List.of(name.split(" ")).stream()
                .map(PrintedForms::plain)
                .filter(word -> !word.isEmpty())
                .map(Set::of)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> ways(LocalDate date) {
        Set<String> ways = new LinkedHashSet<>();
        DATES.forEach(format -> ways.add(plain(format.format(date))));
        return ways;
    }

    /** Capital letters and digits, those that look alike as one. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('Q', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('Z', '2')
                .replace('S', '5')
                .replace('B', '8');
    }

    static boolean isNear(String text, String number) {
        if (text.length() != number.length() || number.length() < LONG_ENOUGH) {
            return false;
        }
        int differing = 0;
        for (int i = 0; i < number.length(); i++) {
            differing += text.charAt(i) == number.charAt(i) ? 0 : 1;
        }
        return differing > 0 && differing <= NEARLY;
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The letter for a sex on travel documents (ICAO Doc 9303-3, 4.7); empty for one that is left open. */
    static Optional<String> letter(Sex sex) {
        return switch (sex) {
            case FEMALE -> Optional.of("F");
            case MALE -> Optional.of("M");
            case UNSPECIFIED -> Optional.empty();
        };
    }
}
