package io.namesake.document.print.resident;

import io.namesake.document.Sex;
import io.namesake.document.number.NationalNumbers;
import io.namesake.document.number.NumberReading;
import io.namesake.document.number.Region;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Quad;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a side of a resident card: first the row that tells the side and which way up it is, then all others. */
public final class ResidentCardReader {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{17}[0-9X](?![0-9X])");
    private static final Pattern ALMOST_NUMBER = Pattern.compile("[0-9]{14}");
    private static final Pattern VALIDITY = Pattern.compile(
            "([0-9]{4})[.·。,]?([0-9]{2})[.·。,]?([0-9]{2})[-—一~]+(?:([0-9]{4})[.·。,]?([0-9]{2})[.·。,]?([0-9]{2})|长期)");
    private static final Pattern BIRTH = Pattern.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日目]?");
    /** A day stands apart from its month, and detection may have missed it. */
    private static final Pattern BIRTH_WITHOUT_DAY = Pattern.compile("[0-9]{4}年[0-9]{1,2}月[0-9]?$");
    /** Two digits, the word for day and the air between them, in heights of the row. */
    private static final double DAY = 3;

    private static final int STRAY = 2;

    private static final Pattern SEX = Pattern.compile("性别.?([男女])");
    private static final Pattern NAME = Pattern.compile("^.{0,2}名([\\p{IsHan}·一—-]{2,})");
    private static final Pattern ADDRESS = Pattern.compile("^.{0,2}[住往佳]?址(.*)$");
    private static final Pattern AUTHORITY = Pattern.compile("机关(.+)$");
    private static final Pattern MARK = Pattern.compile("样本|样证|样.?本|SPECIM|PECIMEN|MUSTER");
    private static final int LONGEST_TRIED = 5;
    private static final int MOST_ROWS = 40;
    private static final double WIDER = 1.5;
    /** Detection may cut off the last character of a spaced row. */
    private static final double LONGER = 0.08;

    private final TextReader reader;

    public ResidentCardReader(TextReader reader) {
        this.reader = reader;
    }

    /** The side, where the page shows one. */
    public Optional<ResidentSide> read(Page page, List<TextRow> rows) {
        List<Quad> longest = rows.stream()
                .map(TextRow::place)
                .filter(place -> place.width() > 4 * place.height())
                .sorted(Comparator.comparingDouble(Quad::width).reversed())
                .limit(LONGEST_TRIED)
                .toList();
        for (Quad place : longest) {
            for (boolean turned : new boolean[] {false, true}) {
                Quad way = turned ? place.turned() : place;
                String text = plain(reader.read(page, way).text());
                if (ALMOST_NUMBER.matcher(digits(text)).find()
                        && !NUMBER.matcher(digits(text)).find()) {
                    way = way.part(-LONGER / 2, 0, 1 + LONGER, 1);
                    text = plain(
                            reader.look(page, way, wide(way, WIDER)).likeliest().text());
                }
                if (NUMBER.matcher(digits(text)).find()) {
                    return Optional.of(front(page, rows, way, text, turned));
                }
                if (VALIDITY.matcher(text).find()) {
                    return back(lines(page, rows, way, turned, 1));
                }
            }
        }
        return Optional.empty();
    }

    /** @param wider how much wider than usual the rows are read */
    private Lines lines(Page page, List<TextRow> rows, Quad along, boolean turned, double wider) {
        boolean specimen = false;
        List<TextLines.Piece> pieces = new ArrayList<>();
        for (TextRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            Quad place = turned ? row.place().turned() : row.place();
            String text = look(page, place, wider);
            if (BIRTH_WITHOUT_DAY.matcher(text).find()) {
                text = look(page, place.part(0, 0, 1 + DAY * place.height() / place.width(), 1), wider);
            }
            if (MARK.matcher(text).find()) {
                specimen = true;
            } else {
                pieces.add(new TextLines.Piece(text, place));
            }
        }
        return new Lines(TextLines.of(pieces, along), specimen);
    }

    private String look(Page page, Quad place, double wider) {
        return plain(reader.look(page, place, wide(place, wider)).likeliest().text());
    }

    /** Lines from the top. @param specimen whether one more says that it is none */
    private record Lines(List<String> lines, boolean specimen) {}

    /** What the lines say beside the number. */
    private record Said(
            Optional<String> name, Optional<Sex> sex, Optional<LocalDate> birth, Optional<String> address) {}

    private ResidentSide front(Page page, List<TextRow> rows, Quad numberRow, String numberText, boolean turned) {
        Lines lines = lines(page, rows, numberRow, turned, 1);
        Said said = said(lines.lines());
        String number = number(numberText);
        boolean right = isRight(number);
        boolean sure = right
                || number(plain(reader.look(page, numberRow, wide(numberRow, WIDER))
                                .likeliest()
                                .text()))
                        .equals(number);
        if (right && said.birth().filter(birth -> agrees(number, birth)).isEmpty()) {
            Said again = said(lines(page, rows, numberRow, turned, WIDER).lines());
            if (again.birth().filter(birth -> agrees(number, birth)).isPresent()) {
                said = new Said(said.name(), said.sex(), again.birth(), said.address());
            }
        }
        return new ResidentSide.Front(
                said.name(),
                said.sex(),
                said.birth(),
                said.address().map(address -> fromItsProvince(address, number)),
                number,
                numberRow,
                sure,
                lines.specimen());
    }

    /** Without what a stray piece of a neighbouring row put before it. */
    private static String fromItsProvince(String address, String number) {
        return NationalNumbers.of("CHN")
                .orElseThrow()
                .read(number)
                .region()
                .flatMap(Region::name)
                .map(address::indexOf)
                .filter(at -> at > 0 && at <= STRAY)
                .map(address::substring)
                .orElse(address);
    }

    private static boolean agrees(String number, LocalDate birth) {
        return NationalNumbers.of("CHN")
                .orElseThrow()
                .read(number)
                .birth()
                .filter(clue -> clue.allows(birth))
                .isPresent();
    }

    private static Said said(List<String> lines) {
        Optional<String> name = Optional.empty();
        Optional<Sex> sex = Optional.empty();
        Optional<LocalDate> birth = Optional.empty();
        StringBuilder address = new StringBuilder();
        boolean inAddress = false;
        for (String line : lines) {
            Matcher matcher = NAME.matcher(line);
            if (name.isEmpty() && matcher.find() && !line.contains("号")) {
                name = Optional.of(chinese(matcher.group(1)));
            }
            matcher = SEX.matcher(line);
            if (sex.isEmpty() && matcher.find()) {
                sex = Optional.of(matcher.group(1).equals("男") ? Sex.MALE : Sex.FEMALE);
            }
            matcher = BIRTH.matcher(digitsBeforeUnits(line));
            if (birth.isEmpty() && matcher.find()) {
                birth = date(matcher.group(1), matcher.group(2), matcher.group(3));
            }
            matcher = ADDRESS.matcher(line);
            if (NUMBER.matcher(digits(line)).find() || line.contains("身份号码")) {
                inAddress = false;
            } else if (matcher.find()) {
                inAddress = true;
                address.append(matcher.group(1));
            } else if (inAddress) {
                address.append(line);
            }
        }
        return new Said(
                name, sex, birth, Optional.of(chinese(address.toString())).filter(text -> !text.isEmpty()));
    }

    private static int wide(Quad row, double wider) {
        return (int) Math.round(wider * TextReader.HEIGHT * row.width() / Math.max(1, row.height()));
    }

    private static boolean isRight(String number) {
        return NationalNumbers.of("CHN").orElseThrow().read(number).outcome() == NumberReading.Outcome.VALID;
    }

    private static Optional<ResidentSide> back(Lines read) {
        List<String> lines = read.lines();
        Optional<String> authority = Optional.empty();
        for (String line : lines) {
            Matcher matcher = AUTHORITY.matcher(line);
            if (matcher.find()) {
                authority = Optional.of(chinese(matcher.group(1)));
            }
        }
        for (String line : lines) {
            Matcher matcher = VALIDITY.matcher(line);
            if (matcher.find()) {
                Optional<LocalDate> from = date(matcher.group(1), matcher.group(2), matcher.group(3));
                Optional<LocalDate> until = matcher.group(4) == null
                        ? Optional.empty()
                        : date(matcher.group(4), matcher.group(5), matcher.group(6));
                if (from.isPresent() && (matcher.group(4) == null || until.isPresent())) {
                    return Optional.of(new ResidentSide.Back(authority, from.get(), until, read.specimen()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String number(String text) {
        Matcher matcher = NUMBER.matcher(digits(text));
        return matcher.find() ? matcher.group() : "";
    }

    private static String plain(String text) {
        return text.replace(" ", "").replace('：', ':').replace(":", "");
    }

    /** Letters where the card has digits. */
    private static String digits(String text) {
        return text.replace('O', '0')
                .replace('o', '0')
                .replace('I', '1')
                .replace('l', '1')
                .replace('x', 'X')
                .replace('×', 'X');
    }

    private static String digitsBeforeUnits(String text) {
        return digits(text).replace("B日", "8日");
    }

    /** The network takes the character for one to be a dash. */
    private static String chinese(String text) {
        return text.replaceAll("[-—–ー_]", "一").replaceAll("[.,。，·]", "");
    }
}
