package io.namesake.registry.imports;

import io.namesake.registry.HolderDetails;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineInvalid;
import io.namesake.registry.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row. Everything that is wrong with it is found at once, so that nobody sends a file five times. */
final class RowCheck {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");
    private static final Pattern STATE = Pattern.compile("[A-Z]{3}|D");
    private static final Pattern NUMBER = Pattern.compile(".*[\\p{L}\\p{N}].*");
    private static final Map<ImportColumn, Pattern> DIGITS = Map.of(
            ImportColumn.ICCID, Pattern.compile("[0-9]{18,20}"), // ITU-T E.118
            ImportColumn.IMSI, Pattern.compile("[0-9]{6,15}"), // ITU-T E.212
            ImportColumn.EID, Pattern.compile("[0-9]{32}")); // GSMA SGP.02
    private static final Set<ImportColumn> EQUIPMENT = EnumSet.range(ImportColumn.ICCID, ImportColumn.CIRCUIT_ID);

    private final RawRow row;
    private final LocalDate today;
    private final List<RowFault> faults = new ArrayList<>();

    private RowCheck(RawRow row, LocalDate today) {
        this.row = row;
        this.today = today;
    }

    /** What a row says, or what is wrong with it. */
    sealed interface Checked {
        record Right(DeclaredLine line) implements Checked {}

        record Wrong(List<RowFault> faults) implements Checked {}
    }

    /** @param today in the time zone of the earth where it is latest, so that nobody's today is the future */
    static Checked check(RawRow row, LocalDate today) {
        var check = new RowCheck(row, today);
        var line = check.read();
        return line == null ? new Checked.Wrong(check.faults) : new Checked.Right(line);
    }

    private @Nullable DeclaredLine read() {
        for (var column : ImportColumn.values()) {
            var value = row.value(column);
            if (value.isEmpty() ? column.required() : value.length() > column.longest()) {
                wrong(column, value.isEmpty() ? ImportFault.MISSING : ImportFault.TOO_LONG);
            } else if (UNSEEN.matcher(value).find()) {
                wrong(column, ImportFault.NOT_TEXT);
            }
        }
        // What follows takes bounded, visible text.
        if (!faults.isEmpty()) {
            return null;
        }
        var identifier = identifier();
        var birth = birthDate();
        var heldFrom = heldFrom();
        boolean machine = machine();
        documentAndState();
        var equipment = equipment();
        if (!faults.isEmpty() || identifier == null || birth == null) {
            return null;
        }
        var holder = new HolderDetails(
                row.value(ImportColumn.FAMILY_NAME),
                row.value(ImportColumn.GIVEN_NAMES),
                row.value(ImportColumn.DOCUMENT_NUMBER),
                birth,
                orNull(ImportColumn.ISSUING_STATE),
                orNull(ImportColumn.PERSONAL_NUMBER));
        return new DeclaredLine(identifier, holder, heldFrom, machine, equipment);
    }

    private @Nullable LineIdentifier identifier() {
        Service service;
        try {
            service = Service.valueOf(row.value(ImportColumn.SERVICE));
        } catch (IllegalArgumentException e) {
            wrong(ImportColumn.SERVICE, ImportFault.SERVICE_UNKNOWN);
            return null;
        }
        try {
            return LineIdentifier.parse(service, row.value(ImportColumn.LINE));
        } catch (LineInvalid e) {
            wrong(ImportColumn.LINE, ImportFault.LINE_INVALID);
            return null;
        }
    }

    private @Nullable LocalDate birthDate() {
        try {
            var date = LocalDate.parse(row.value(ImportColumn.BIRTH_DATE));
            if (possible(date)) {
                return date;
            }
            wrong(ImportColumn.BIRTH_DATE, ImportFault.DATE_IMPOSSIBLE);
        } catch (DateTimeParseException e) {
            wrong(ImportColumn.BIRTH_DATE, ImportFault.DATE_INVALID);
        }
        return null;
    }

    private @Nullable Instant heldFrom() {
        var text = row.value(ImportColumn.HELD_FROM);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var time = text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            if (possible(time.toLocalDate())) {
                return time.toInstant();
            }
            wrong(ImportColumn.HELD_FROM, ImportFault.DATE_IMPOSSIBLE);
        } catch (DateTimeParseException e) {
            wrong(ImportColumn.HELD_FROM, ImportFault.DATE_INVALID);
        }
        return null;
    }

    private boolean possible(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(today);
    }

    private boolean machine() {
        var text = row.value(ImportColumn.MACHINE);
        if (!Set.of("", "true", "false").contains(text)) {
            wrong(ImportColumn.MACHINE, ImportFault.MACHINE_INVALID);
        }
        return text.equals("true");
    }

    private void documentAndState() {
        for (var column : List.of(ImportColumn.DOCUMENT_NUMBER, ImportColumn.PERSONAL_NUMBER)) {
            if (!row.value(column).isEmpty()
                    && !NUMBER.matcher(row.value(column)).matches()) {
                wrong(column, ImportFault.DOCUMENT_NUMBER_INVALID);
            }
        }
        var state = row.value(ImportColumn.ISSUING_STATE);
        if (!state.isEmpty() && !STATE.matcher(state).matches()) {
            wrong(ImportColumn.ISSUING_STATE, ImportFault.STATE_INVALID);
        }
        if (state.isEmpty() && !row.value(ImportColumn.PERSONAL_NUMBER).isEmpty()) {
            wrong(ImportColumn.ISSUING_STATE, ImportFault.STATE_MISSING);
        }
    }

    private Map<ImportColumn, String> equipment() {
        var equipment = new EnumMap<ImportColumn, String>(ImportColumn.class);
        for (var column : EQUIPMENT) {
            var value = row.value(column);
            var digits = DIGITS.get(column);
            if (!value.isEmpty() && digits != null && !digits.matcher(value).matches()) {
                wrong(column, ImportFault.DIGITS_INVALID);
            } else if (!value.isEmpty()) {
                equipment.put(column, value);
            }
        }
        return equipment;
    }

    private @Nullable String orNull(ImportColumn column) {
        var value = row.value(column);
        return value.isEmpty() ? null : value;
    }

    private void wrong(ImportColumn column, ImportFault fault) {
        faults.add(new RowFault(row.number(), column, fault));
    }
}
