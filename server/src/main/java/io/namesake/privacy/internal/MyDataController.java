package io.namesake.privacy.internal;

import io.namesake.access.HolderPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a verified person may ask about themselves (GDPR Articles 15, 17 and 20; PIPL Articles 45 and 47). Nobody else may. */
@RestController
@Tag(name = "Privacy")
class MyDataController {
    private static final String LANGUAGES = "`en` or `zh-CN`";

    private final Exports exports;
    private final ExportPdf pdf;
    private final ErasureWishes wishes;

    MyDataController(Exports exports, ExportPdf pdf, ErasureWishes wishes) {
        this.exports = exports;
        this.pdf = pdf;
        this.wishes = wishes;
    }

    @GetMapping("/v1/me/export")
    @Operation(
            operationId = "exportMyData",
            summary = "Everything that is kept about me, for machines",
            description =
                    "Only of the person who has just been verified. That it was asked for is logged, not what it said.")
    Export export(
            @Parameter(hidden = true) HolderPrincipal holder,
            @Parameter(description = LANGUAGES, example = "en") @RequestParam String locale) {
        return exports.of(holder, RetentionController.language(locale), "JSON");
    }

    @GetMapping(path = "/v1/me/export.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            operationId = "exportMyDataAsPdf",
            summary = "Everything that is kept about me, to read and print",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> exportPdf(
            @Parameter(hidden = true) HolderPrincipal holder,
            @Parameter(description = LANGUAGES, example = "en") @RequestParam String locale) {
        var language = RetentionController.language(locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"namesake-export.pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.of(exports.of(holder, language, "PDF"), language));
    }

    @PostMapping("/v1/me/erasure")
    @Operation(
            operationId = "eraseMyData",
            summary = "Erase what is kept about me",
            description =
                    "What the law lets go is gone at once. What has to stay is listed, with the rule and the day on which it"
                            + " goes by itself.")
    ErasureAnswer erase(
            @Parameter(hidden = true) HolderPrincipal holder,
            @Parameter(description = LANGUAGES, example = "en") @RequestParam String locale) {
        return wishes.erase(holder.holderId(), RetentionController.language(locale));
    }
}
