package io.namesake.registry.imports;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports of smaller files; for millions of lines there is {@code namesake import lines}. */
@RestController
@RequestMapping("/v1/imports")
@Tag(name = "Imports", description = "An operator's existing lines, taken over as unverified")
class ImportsController {
    private static final String FILE = "file";
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final LineImports imports;
    /** A file is held in memory while it is read. */
    private final Semaphore place = new Semaphore(1);

    ImportsController(LineImports imports) {
        this.imports = imports;
    }

    /** The body of an upload, for the API's description. */
    @Schema(name = "LinesUpload")
    record Upload(
            @Schema(
                    type = "string",
                    description =
                            "CSV (RFC 4180, UTF-8, with a header) of at most 10 MB, with the columns of docs/import.md")
            String file) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "importLines",
            summary = "Take over existing lines",
            description =
                    "Each line that is not known becomes UNVERIFIED in the name that its row gives; what is known stays as it"
                            + " is. A request that broke off is repeated with the same file, and goes on where it was.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Upload.class))))
    ImportJson start(@Parameter(hidden = true) OperatorPrincipal operator, MultipartHttpServletRequest request) {
        if (!place.tryAcquire()) {
            throw Problem.busy(COME_BACK);
        }
        try {
            return ImportJson.of(imports.run(
                    operator.operatorId(),
                    ImportFile.uploaded(file(request)),
                    LineImports.USUAL_BATCH,
                    progress -> {}));
        } catch (ImportFileInvalid e) {
            throw new Problem(ProblemType.IMPORT_FILE_INVALID, e.getMessage() + ".");
        } finally {
            place.release();
        }
    }

    private static byte[] file(MultipartHttpServletRequest request) {
        var files = request.getMultiFileMap();
        var file = request.getFile(FILE);
        if (file == null || files.size() != 1 || files.toSingleValueMap().size() != 1) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The parts of the body must be: file.");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new MultipartException("The body breaks off", e);
        }
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getImport", summary = "How far an import is, and what it did")
    ImportJson get(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return ImportJson.of(known(operator, id));
    }

    @GetMapping(path = "/{id}/report", produces = "text/csv")
    @Operation(
            operationId = "getImportReport",
            summary = "What was wrong on which row",
            description =
                    "As CSV: row, column, code, sentence. The first 100,000 faults; it repeats nothing of the rows.")
    String report(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) throws IOException {
        known(operator, id);
        var csv = new StringWriter();
        try (var report = new ImportReport(csv)) {
            for (var fault : imports.faults(operator.operatorId(), id)) {
                report.add(fault);
            }
        }
        return csv.toString();
    }

    private ImportCounts known(OperatorPrincipal operator, UUID id) {
        return imports.find(operator.operatorId(), id).orElseThrow(() -> new Problem(ProblemType.IMPORT_UNKNOWN));
    }

    @Schema(name = "Import", description = "An import of existing lines")
    record ImportJson(
            UUID id,

            @Schema(description = "Rows that were read") long rows,

            @Schema(description = "Lines that are new, and unverified")
            long imported,

            @Schema(description = "Rows that said what was imported before")
            long unchanged,

            @Schema(description = "Rows that were left out; the report says why")
            long refused,

            @Schema(description = "How often each fault was found, by its code; a row may have several")
            Map<String, Long> faults,

            Instant startedAt,

            @Schema(description = "Not there while rows are left") @Nullable
            Instant finishedAt) {
        static ImportJson of(ImportCounts counts) {
            return new ImportJson(
                    counts.id(),
                    counts.rows(),
                    counts.imported(),
                    counts.unchanged(),
                    counts.refused(),
                    counts.faults(),
                    counts.startedAt(),
                    counts.finishedAt());
        }
    }
}
