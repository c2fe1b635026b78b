package io.namesake.exposure.internal;

import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.exposure.internal.Disclosures.Answer;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CAMARA KYC Fill-in 0.4.1. */
@CamaraApi
@RestController
@Tag(name = "CAMARA")
class KycFillInController {
    private final Disclosures disclosures;
    private final Holders holders;

    KycFillInController(Disclosures disclosures, Holders holders) {
        this.disclosures = disclosures;
        this.holders = holders;
    }

    @PostMapping(KycMatchController.ROOT + "kyc-fill-in/v0.4/fill-in")
    @RequiresScope({
        "kyc-fill-in:phoneNumber",
        "kyc-fill-in:idDocument",
        "kyc-fill-in:name",
        "kyc-fill-in:givenName",
        "kyc-fill-in:familyName",
        "kyc-fill-in:birthdate"
    })
    @Operation(
            operationId = "KYC_Fill-in",
            summary = "What a line's holder lets you fill into a form",
            description =
                    "CAMARA KYC Fill-in 0.4.1, with the scopes kyc-fill-in:phoneNumber, idDocument, name, givenName, familyName and birthdate."
                            + " There is no scope for all of them.")
    Map<String, String> fillIn(
            @Parameter(hidden = true) ClientPrincipal client, @RequestBody @Nullable AboutOneLine body) {
        if (body == null) {
            throw CamaraError.invalid("A body is needed.");
        }
        var number = Given.lineOf(client, body.phoneNumber());
        return disclosures.answer(client, number, Scope.fillIn(), allowed -> {
            var holder = holders.details(allowed.facts().holderId()).orElseThrow(CamaraError::notApplicable);
            var told = new TreeMap<String, String>();
            allowed.allowed()
                    .forEach(scope -> told.put(
                            scope.attribute(), value(scope, allowed.facts().number(), holder)));
            return new Answer<>(told, List.copyOf(told.keySet()));
        });
    }

    private static String value(Scope scope, String number, HolderDetails holder) {
        return switch (scope) {
            case FILL_IN_PHONE_NUMBER -> number;
            case FILL_IN_ID_DOCUMENT -> holder.documentNumber();
            case FILL_IN_NAME -> WholeName.of(holder);
            case FILL_IN_GIVEN_NAME -> holder.givenNames();
            case FILL_IN_FAMILY_NAME -> holder.familyName();
            case FILL_IN_BIRTHDATE -> holder.birthDate().toString();
            default -> throw new IllegalStateException(scope + " fills in nothing");
        };
    }
}
