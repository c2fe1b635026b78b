package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which line is meant: KYC Fill-in's and SIM Swap's body. @param phoneNumber E.164 with its plus */
@Schema(name = "AboutOneLine")
@JsonIgnoreProperties(ignoreUnknown = true)
record AboutOneLine(
        @Schema(example = "+8613800138000", pattern = "^\\+[1-9][0-9]{4,14}$") @Nullable
        String phoneNumber) {}
