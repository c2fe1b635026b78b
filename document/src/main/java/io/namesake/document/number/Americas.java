package io.namesake.document.number;

import java.util.List;
import java.util.Optional;

/** Argentina, Brazil, Chile, the Dominican Republic, Ecuador, Mexico, Uruguay. */
final class Americas {
    private static final String MEXICAN_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    private Americas() {}

    static List<FormatRule> rules() {
        return List.of(argentina(), brazil(), chile(), dominicanRepublic(), ecuador(), mexico(), uruguay());
    }

    /** Where the check digit would be 10, another prefix is taken. */
    private static FormatRule argentina() {
        return FormatRule.of(
                        "ARG",
                        "CUIL",
                        "Administración Nacional de la Seguridad Social (ANSES), Código Único de Identificación Laboral; Decreto 2104/1993",
                        "(?:20|23|24|27)\\d{9}")
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.weighted(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    }

    /** The ninth digit is the tax region of the first registration. Eleven equal digits keep the rule but are given to nobody. */
    private static FormatRule brazil() {
        return FormatRule.of(
                        "BRA",
                        "CPF",
                        "Lei nº 14.534/2023; Instrução Normativa RFB nº 2.172/2024",
                        "(?!(\\d)\\1{10})\\d{8}(?<region>\\d)\\d\\d")
                .region(parts -> Optional.of(new Region(parts.text("region"), Optional.empty())))
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.weighted(number, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 % 10
                                        == Checksum.digit(number, 9)
                                && Checksum.weighted(number, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 % 10
                                        == Checksum.digit(number, 10));
    }

    private static FormatRule chile() {
        return FormatRule.of(
                        "CHL",
                        "RUN",
                        "Servicio de Registro Civil e Identificación, Rol Único Nacional; Decreto con Fuerza de Ley 3 de 1969 (RUT)",
                        "\\d{7,8}[0-9K]")
                .check(CheckDigits.ALWAYS, number -> {
                    String padded = "0".repeat(9 - number.length()) + number;
                    int check = Checksum.complement11(Checksum.weighted(padded, 3, 2, 7, 6, 5, 4, 3, 2));
                    return padded.charAt(8) == "0123456789K".charAt(check);
                });
    }

    /** Old numbers whose digit is another are still in use. */
    private static FormatRule dominicanRepublic() {
        return FormatRule.of(
                        "DOM",
                        "Cédula de identidad y electoral",
                        "Ley 8-92; Junta Central Electoral; the check digit as the Dirección General de Impuestos Internos tests it",
                        "\\d{11}")
                .check(CheckDigits.USUAL, Checksum::luhn);
    }

    private static FormatRule ecuador() {
        return FormatRule.of(
                        "ECU",
                        "Cédula de identidad",
                        "Ley Orgánica de Gestión de la Identidad y Datos Civiles (2016); Dirección General de Registro Civil",
                        "(?<province>0[1-9]|1\\d|2[0-4]|30)\\d{8}")
                .region(parts -> Optional.of(new Region(parts.text("province"), Optional.empty())))
                .check(CheckDigits.ALWAYS, Checksum::luhn);
    }

    /** A digit before the last one stands for those born until 1999, a letter for later ones. */
    private static FormatRule mexico() {
        return FormatRule.of(
                        "MEX",
                        "CURP",
                        "Ley General de Población, artículo 86; Instructivo normativo para la asignación de la CURP, Diario Oficial de la Federación 18/10/2021",
                        "[A-Z][AEIOUX][A-Z]{2}(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<sex>[HMX])(?<state>AS|B[CS]|C[CHLMS]|D[FG]|G[RT]|HG|JC|M[CNS]|N[ELT]|OC|PL|Q[RT]|S[LPR]|T[CLS]|VZ|YN|ZS)[B-DF-HJ-NP-TV-ZX]{3}(?<kind>[0-9A-Z])\\d")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day"),
                        (Character.isDigit(parts.text("kind").charAt(0)) ? 1900 : 2000) + parts.number("year")))
                .sex(parts -> switch (parts.text("sex")) {
                    case "H" -> Parts.male(true);
                    case "M" -> Parts.male(false);
                    default -> Optional.empty();
                })
                .region(parts -> Optional.of(new Region(parts.text("state"), Optional.empty())))
                .check(CheckDigits.ALWAYS, number -> {
                    int sum = 0;
                    for (int i = 0; i < 17; i++) {
                        sum += MEXICAN_ALPHABET.indexOf(number.charAt(i)) * (18 - i);
                    }
                    return (sum + Checksum.digit(number, 17)) % 10 == 0;
                });
    }

    private static FormatRule uruguay() {
        return FormatRule.of(
                        "URY",
                        "Cédula de identidad",
                        "Decreto-Ley 14.762 de 1978; Dirección Nacional de Identificación Civil",
                        "\\d{7,8}")
                .check(CheckDigits.ALWAYS, number -> {
                    String padded = "0".repeat(8 - number.length()) + number;
                    return Checksum.weighted(padded, 2, 9, 8, 7, 6, 3, 4, 1) % 10 == 0;
                });
    }
}
