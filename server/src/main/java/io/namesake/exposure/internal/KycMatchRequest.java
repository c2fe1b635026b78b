package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.exposure.internal.KycMatchController.MatchResult;
import io.namesake.registry.HolderDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller believes of a line's holder: KYC Match 0.4.0's {@code KYC_MatchRequestBody}. Documents here say {@code idDocument}, {@code
 * name}, {@code givenName}, {@code familyName} and {@code birthdate}; everything else is answered with {@code not_available}.
 */
@Schema(name = "KycMatchRequest")
@JsonIgnoreProperties(ignoreUnknown = true)
record KycMatchRequest(
        @Nullable String phoneNumber,
        @Nullable String idDocument,
        @Nullable String idDocumentType,
        @Nullable String idDocumentExpiryDate,
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String nameKanaHankaku,
        @Nullable String nameKanaZenkaku,
        @Nullable String middleNames,
        @Nullable String familyNameAtBirth,
        @Nullable String address,
        @Nullable String streetName,
        @Nullable String streetNumber,
        @Nullable String postalCode,
        @Nullable String region,
        @Nullable String locality,
        @Nullable String country,
        @Nullable String houseNumberExtension,
        @Nullable String birthdate,
        @Nullable String email,
        @Nullable String gender,
        @Nullable String cityOfBirth,
        @Nullable String countryOfBirth,
        @Nullable String nationality) {
    private static final Set<String> TYPES = Set.of(
            "passport",
            "national_id_card",
            "residence_permit",
            "diplomatic_id",
            "driver_licence",
            "social_security_id",
            "other");
    private static final Set<String> GENDERS = Set.of("MALE", "FEMALE", "OTHER");

    /** What was given, by its name in the definition. @throws CamaraError {@code INVALID_ARGUMENT} */
    Map<String, String> attributes() {
        var given = new LinkedHashMap<String, String>();
        put(given, "idDocument", idDocument);
        put(given, "idDocumentType", idDocumentType);
        put(given, "idDocumentExpiryDate", idDocumentExpiryDate);
        put(given, "name", name);
        put(given, "givenName", givenName);
        put(given, "familyName", familyName);
        put(given, "nameKanaHankaku", nameKanaHankaku);
        put(given, "nameKanaZenkaku", nameKanaZenkaku);
        put(given, "middleNames", middleNames);
        put(given, "familyNameAtBirth", familyNameAtBirth);
        put(given, "address", address);
        put(given, "streetName", streetName);
        put(given, "streetNumber", streetNumber);
        put(given, "postalCode", postalCode);
        put(given, "region", region);
        put(given, "locality", locality);
        put(given, "country", country);
        put(given, "houseNumberExtension", houseNumberExtension);
        put(given, "birthdate", birthdate);
        put(given, "email", Given.email(email));
        put(given, "gender", gender);
        put(given, "cityOfBirth", cityOfBirth);
        put(given, "countryOfBirth", countryOfBirth);
        put(given, "nationality", nationality);
        Given.date("birthdate", birthdate);
        Given.date("idDocumentExpiryDate", idDocumentExpiryDate);
        requireOneOf("idDocumentType", idDocumentType, TYPES);
        requireOneOf("gender", gender, GENDERS);
        return given;
    }

    private static void put(Map<String, String> all, String name, @Nullable String given) {
        var text = Given.text(name, given);
        if (text != null) {
            all.put(name, text);
        }
    }

    private static void requireOneOf(String name, @Nullable String given, Set<String> all) {
        if (given != null && !all.contains(given)) {
            throw CamaraError.invalid(name + " is none of the values that are described.");
        }
    }

    /** Compares one attribute with what the holder's document says. */
    MatchResult compared(String name, String given, HolderDetails holder) {
        return switch (name) {
            case "idDocument" -> MatchResult.of(MatchRules.idDocument(given, holder));
            case "name" -> MatchResult.of(MatchRules.name(given, holder));
            case "givenName" -> MatchResult.of(MatchRules.givenName(given, holder));
            case "familyName" -> MatchResult.of(MatchRules.familyName(given, holder));
            case "birthdate" -> MatchResult.of(given.equals(holder.birthDate().toString()));
            default -> MatchResult.NOT_AVAILABLE;
        };
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "KycMatchRequest[...]";
    }
}
