package io.namesake.document.print.zone;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.mrz.Mrz;
import io.namesake.document.mrz.MrzFormat;
import io.namesake.document.mrz.MrzFormat.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * From how likely each character is at each place of a zone to the one text whose check digits are right. Where the likeliest text is not, the
 * cheapest change that puts it right is taken, and only when no other one comes near: a digit of ten is right by chance too.
 */
final class ZoneSolver {
    /** A change to a character that the network thought e^9 times less likely is no reading any more. */
    private static final double MOST_COST = 9;

    private static final int MOST_REPAIRS = 3;
    /** The next best text must be e^2.5 = 12 times less likely. */
    private static final double CLEAR = 2.5;

    /** The next letter of a name must be e^0.8 = 2.2 times less likely. */
    private static final double NAME_CLEAR = 0.8;
    /** Each character of a name must have been seen somewhere with e^-3.5 = 3 %. */
    private static final double SEEN = -3.5;
    /** Words with a filler between them, two between the two parts of a name (ICAO Doc 9303-3, 4.6). */
    private static final Pattern NAME = Pattern.compile("[A-Z]+(<[A-Z]+)*(<<[A-Z]+(<[A-Z]+)*)?<*");

    private static final int ALTERNATIVES = 4;
    private static final int MOST_OPTIONS = 40;

    private final MrzFormat format;
    private final List<double[]> judged;
    private final char[] likeliest;

    /** @param judged for each place logarithms by the index in {@link ZoneLetters#ALL} */
    ZoneSolver(MrzFormat format, List<double[]> judged) {
        this.format = format;
        this.judged = judged;
        this.likeliest = new char[judged.size()];
        for (int place = 0; place < likeliest.length; place++) {
            likeliest[place] = ZoneLetters.ALL.charAt(best(judged.get(place)));
        }
    }

    /** A text. @param cost what its changes cost together @param changes how many there are */
    record Solution(Mrz zone, double cost, int changes) {}

    /** Changes at some places. */
    private record Option(List<Integer> places, List<Character> letters, double cost) {
        static final Option NONE = new Option(List.of(), List.of(), 0);

        Option and(int place, char letter, double more) {
            List<Integer> allPlaces = new ArrayList<>(places);
            allPlaces.add(place);
            List<Character> allLetters = new ArrayList<>(letters);
            allLetters.add(letter);
            return new Option(allPlaces, allLetters, cost + more);
        }

        void apply(StringBuilder text) {
            for (int i = 0; i < places.size(); i++) {
                text.setCharAt(places.get(i), letters.get(i));
            }
        }
    }

    /** The text that stands, if there is just one. */
    Optional<Solution> solve() {
        if (!namesAreClear()) {
            return Optional.empty();
        }
        Optional<Option> states = states();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        List<Option> all = List.of(states.get());
        for (Check check : format.fieldChecks()) {
            all = joined(all, options(check));
        }
        if (format.compositeCheck().isPresent()) {
            Check composite = format.compositeCheck().get();
            Set<Integer> own = new TreeSet<>(composite.covered());
            own.add(composite.digit());
            format.fieldChecks().forEach(check -> {
                own.removeAll(check.covered());
                own.remove(check.digit());
            });
            all = joined(all, changes(List.copyOf(own), 1));
        }
        List<Solution> right = all.stream()
                .map(this::solution)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Solution::cost))
                .toList();
        if (right.isEmpty()
                || right.size() > 1 && right.get(1).cost() - right.getFirst().cost() < CLEAR) {
            return Optional.empty();
        }
        return Optional.of(right.getFirst());
    }

    /** No digit covers the names, so nothing in them may be in doubt. */
    private boolean namesAreClear() {
        // Under a glare nothing is read, which looks like the name's end.
        return format.namePlaces().stream().allMatch(place -> judged.get(place)[best(judged.get(place))] > SEEN)
                && format.namePlaces().stream()
                        .flatMap(place -> alternatives(place).stream().limit(1))
                        .allMatch(other -> other.cost() > NAME_CLEAR);
    }

    private static String field(CharSequence text, List<Integer> places) {
        StringBuilder field = new StringBuilder();
        places.forEach(place -> field.append(text.charAt(place)));
        return field.toString();
    }

    private Optional<Solution> solution(Option option) {
        StringBuilder text = new StringBuilder(String.valueOf(likeliest));
        option.apply(text);
        if (option.places().size() > MOST_REPAIRS) {
            return Optional.empty();
        }
        try {
            Mrz zone = Mrz.parse(text.toString());
            boolean stands = zone.format() == format
                    && NAME.matcher(field(text, format.namePlaces())).matches()
                    && zone.checks().stream().allMatch(check -> check.result() == EvidenceCheck.Result.PASSED);
            return stands
                    ? Optional.of(
                            new Solution(zone, option.cost(), option.places().size()))
                    : Optional.empty();
        } catch (DocumentUnreadable otherFormat) {
            return Optional.empty();
        }
    }

    /** Ways in which a field's digit is right. A long number's digit lies elsewhere and its field is left as it is. */
    private List<Option> options(Check check) {
        if (likeliest[check.digit()] == '<') {
            return List.of(Option.NONE);
        }
        List<Integer> places = new ArrayList<>(check.covered());
        places.add(check.digit());
        List<Option> right = new ArrayList<>();
        for (Option option : changes(places, 2)) {
            StringBuilder text = new StringBuilder(String.valueOf(likeliest));
            option.apply(text);
            if (check.holds(text)) {
                right.add(option);
            }
        }
        return cheapest(right);
    }

    /** No change, or up to so many among these places. */
    private List<Option> changes(List<Integer> places, int most) {
        List<Option> single = new ArrayList<>();
        for (int place : places) {
            for (Option option : alternatives(place)) {
                single.add(option);
            }
        }
        List<Option> all = new ArrayList<>(List.of(Option.NONE));
        all.addAll(single);
        if (most > 1) {
            for (int i = 0; i < single.size(); i++) {
                for (int j = i + 1; j < single.size(); j++) {
                    Option a = single.get(i);
                    Option b = single.get(j);
                    if (!a.places().equals(b.places()) && a.cost() + b.cost() < MOST_COST) {
                        all.add(a.and(b.places().getFirst(), b.letters().getFirst(), b.cost()));
                    }
                }
            }
        }
        return all;
    }

    private List<Option> alternatives(int place) {
        double[] letters = judged.get(place);
        double best = letters[best(letters)];
        List<Option> others = new ArrayList<>();
        for (int k = 0; k < letters.length; k++) {
            double cost = best - letters[k];
            if (ZoneLetters.ALL.charAt(k) != likeliest[place] && cost < MOST_COST) {
                others.add(Option.NONE.and(place, ZoneLetters.ALL.charAt(k), cost));
            }
        }
        others.sort(Comparator.comparingDouble(Option::cost));
        return others.subList(0, Math.min(ALTERNATIVES, others.size()));
    }

    private static List<Option> joined(List<Option> first, List<Option> second) {
        List<Option> all = new ArrayList<>();
        for (Option a : first) {
            for (Option b : second) {
                if (a.cost() + b.cost() < 1.5 * MOST_COST) {
                    Option sum = a;
                    for (int i = 0; i < b.places().size(); i++) {
                        sum = sum.and(b.places().get(i), b.letters().get(i), i == 0 ? b.cost() : 0);
                    }
                    all.add(sum);
                }
            }
        }
        return cheapest(all);
    }

    private static List<Option> cheapest(List<Option> options) {
        return options.stream()
                .sorted(Comparator.comparingDouble(Option::cost))
                .limit(MOST_OPTIONS)
                .toList();
    }

    /** The two state codes as they are, or as the list of states has them. Nothing where two states are about as likely. */
    private Optional<Option> states() {
        Option option = Option.NONE;
        for (int from : format.states()) {
            List<Option> codes = new ArrayList<>();
            for (String code : StateCodes.all()) {
                Option change = Option.NONE;
                for (int i = 0; i < 3; i++) {
                    double[] letters = judged.get(from + i);
                    char wanted = code.charAt(i);
                    if (wanted != likeliest[from + i]) {
                        double cost = letters[best(letters)] - letters[ZoneLetters.ALL.indexOf(wanted)];
                        change = change.and(from + i, wanted, cost);
                    }
                }
                codes.add(change);
            }
            codes.sort(Comparator.comparingDouble(Option::cost));
            Option best = codes.getFirst();
            if (best.cost() > MOST_COST || codes.get(1).cost() - best.cost() < CLEAR) {
                return Optional.empty();
            }
            for (int i = 0; i < best.places().size(); i++) {
                option = option.and(best.places().get(i), best.letters().get(i), i == 0 ? best.cost() : 0);
            }
        }
        return Optional.of(option);
    }

    private static int best(double[] letters) {
        int best = 0;
        for (int k = 1; k < letters.length; k++) {
            if (letters[k] > letters[best]) {
                best = k;
            }
        }
        return best;
    }
}
