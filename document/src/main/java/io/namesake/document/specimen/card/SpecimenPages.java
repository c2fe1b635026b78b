package io.namesake.document.specimen.card;

import io.namesake.document.Identity;
import io.namesake.document.Sex;
import io.namesake.document.mrz.MrzWriter;
import io.namesake.document.print.page.Quad;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the sides of a specimen passport, card or visa, at {@code 305} dpi. */
public final class SpecimenPages {
    private static final String MARK = "SPECIMEN";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);
    private static final Color GREEN = new Color(0xEAF2E6);
    private static final Color GREEN_LINES = new Color(0xB9CFB0);
    private static final Color BLUE = new Color(0xE4EEF6);
    private static final Color BLUE_LINES = new Color(0xA9C4DA);

    /** Of the portrait, in mm. */
    private static final double LEFT = 4;

    private static final double TOP = 9;

    private SpecimenPages() {}

    /** Where the portrait is on the first side, pixels. */
    public static Quad portrait(SpecimenKind kind) {
        double high = kind.hasTwoSides() ? 36 : kind.height() - 36;
        return Sheet.place(LEFT, kind.hasTwoSides() ? 11 : TOP, high * 35 / 45, high);
    }

    /**
     * Its sides, the front first.
     *
     * @param identity who it is about; its issuer should be UTO
     * @param portrait any picture; cut to 35 : 45
     */
    public static List<BufferedImage> draw(SpecimenKind kind, Identity identity, BufferedImage portrait) {
        return draw(kind, identity, MrzWriter.write(kind.zone(), identity), portrait);
    }

    /** The same with a machine-readable zone of one's own, for documents that contradict themselves. */
    public static List<BufferedImage> draw(SpecimenKind kind, Identity identity, String zone, BufferedImage portrait) {
        if (kind.hasTwoSides()) {
            return List.of(front(kind, identity, portrait), back(kind, zone));
        }
        boolean pass = kind == SpecimenKind.PASSPORT;
        Sheet sheet = new Sheet(kind.width(), kind.height(), pass ? GREEN : BLUE, pass ? GREEN_LINES : BLUE_LINES);
        double frame = kind.height() - 36;
        sheet.portrait(portrait, LEFT, TOP, frame * 35 / 45, frame);
        fields(sheet, kind, identity, frame * 35 / 45 + 9, (kind.height() - 33) / 6);
        double rows = zone.length() / kind.zone().length();
        sheet.band(kind.height() - 21);
        sheet.zone(
                zone,
                (int) rows,
                (kind.width() - kind.zone().length() * StrokeLetters.PITCH) / 2,
                kind.height() - 15,
                6.35);
        return List.of(sheet.marked(MARK, Font.SANS_SERIF));
    }

    private static BufferedImage front(SpecimenKind kind, Identity identity, BufferedImage portrait) {
        Sheet sheet = new Sheet(kind.width(), kind.height(), BLUE, BLUE_LINES);
        sheet.portrait(portrait, LEFT, 11, 28, 36);
        fields(sheet, kind, identity, 36, 7);
        return sheet.marked(MARK, Font.SANS_SERIF);
    }

    private static BufferedImage back(SpecimenKind kind, String zone) {
        Sheet sheet = new Sheet(kind.width(), kind.height(), BLUE, BLUE_LINES);
        sheet.field("Authority", "OFFICE OF NOWHERE", 5, 6);
        sheet.field("Place of birth", "ZENITH", 5, 14);
        sheet.field("Height", "1,70 m", 50, 14);
        sheet.band(31);
        sheet.zone(zone, 3, (kind.width() - 30 * StrokeLetters.PITCH) / 2, 35.5, 4.9);
        return sheet.marked(MARK, Font.SANS_SERIF);
    }

    private static void fields(Sheet sheet, SpecimenKind kind, Identity identity, double x, double step) {
        sheet.text("UTOPIA  " + kind.title(), x, 5.5, 3.6, Font.SERIF, true);
        double right = x + (kind.width() - x) * 0.52;
        double y = 9.5;
        sheet.field("Type", identity.documentCode(), x, y);
        sheet.field("Code", identity.issuer(), x + 12, y);
        sheet.field("Document No.", identity.documentNumber(), right, y);
        sheet.field("Surname", identity.surname(), x, y += step);
        sheet.field("Given names", identity.givenNames(), x, y += step);
        sheet.field("Nationality", nationality(identity), x, y += step);
        sheet.field("Sex", sex(identity.sex()), right, y);
        sheet.field("Date of birth", date(identity.birthDate()), x, y += step);
        sheet.field("Date of expiry", date(identity.lastDay()), right, y);
        identity.personalNumber().ifPresent(number -> sheet.field("Personal No.", number, x, 9.5 + 5 * step));
    }

    private static String nationality(Identity identity) {
        return identity.nationality().equals("UTO") ? "UTOPIAN" : identity.nationality();
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNSPECIFIED -> "X";
        };
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(day -> DATE.format(day).toUpperCase(Locale.ROOT)).orElse("");
    }
}
