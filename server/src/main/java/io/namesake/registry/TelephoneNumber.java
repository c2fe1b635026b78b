package io.namesake.registry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.namesake.registry.LineInvalid.Reason;
import java.util.regex.Pattern;

/** A telephone number (ITU-T E.164), read with the numbering plans of libphonenumber. */
final class TelephoneNumber {
    /** The longest is 16 characters; this leaves room for every separator that people write. */
    private static final int LONGEST_TEXT = 40;

    private static final Pattern WRITTEN = Pattern.compile("\\+[0-9 ().-]+");
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    private final Phonenumber.PhoneNumber number;

    private TelephoneNumber(Phonenumber.PhoneNumber number) {
        this.number = number;
    }

    static TelephoneNumber parse(String text) {
        var written = text.strip();
        if (written.length() > LONGEST_TEXT) {
            throw new LineInvalid(Reason.TOO_LONG);
        }
        if (!WRITTEN.matcher(written).matches()) {
            throw new LineInvalid(Reason.NOT_INTERNATIONAL);
        }
        try {
            var number = PLANS.parse(written, null);
            if (PLANS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                throw new LineInvalid(Reason.NOT_A_TELEPHONE_NUMBER);
            }
            return new TelephoneNumber(number);
        } catch (NumberParseException e) {
            throw new LineInvalid(Reason.NOT_A_TELEPHONE_NUMBER);
        }
    }

    /**
     * This number, if it can be one of the service. Countries open new ranges before the numbering plans that we carry know
     * of them, and the operator who asks knows its own ranges better. So a number that the plan does not know need only have the
     * length of such numbers, and one that the plan knows is refused only where it is certainly of another kind.
     */
    TelephoneNumber fitFor(Service service) {
        boolean fits = switch (PLANS.getNumberType(number)) {
            case FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER -> true;
            case MOBILE, PAGER -> service == Service.MOBILE;
            case FIXED_LINE, VOIP, UAN -> service == Service.FIXED;
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, VOICEMAIL -> false;
            case UNKNOWN -> hasLengthOf(service);
        };
        if (!fits) {
            throw new LineInvalid(Reason.NUMBER_OF_ANOTHER_SERVICE);
        }
        return this;
    }

    private boolean hasLengthOf(Service service) {
        var type = service == Service.MOBILE ? PhoneNumberType.MOBILE : PhoneNumberType.FIXED_LINE;
        return PLANS.isPossibleNumberForTypeWithReason(number, type) == ValidationResult.IS_POSSIBLE;
    }

    String e164() {
        return PLANS.format(number, PhoneNumberFormat.E164);
    }
}
