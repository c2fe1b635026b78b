package io.namesake.standin;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads scripts, which are YAML (of which JSON is a part). */
public final class ScriptFile {
    /** In bytes. */
    public static final int LARGEST = 64 * 1024;

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private ScriptFile() {}

    /**
     * Reads a script.
     *
     * @return null for an empty one
     * @throws IllegalArgumentException with line and column, when it is none
     */
    public static <T> @Nullable T parse(byte[] file, Class<T> script) {
        if (file.length > LARGEST) {
            throw new IllegalArgumentException("a script has at most " + LARGEST + " bytes");
        }
        try {
            return YAML.readValue(file, script);
        } catch (JacksonException wrong) {
            var where = wrong.getLocation();
            var what = wrong instanceof DatabindException && wrong.getCause() instanceof IllegalArgumentException ours
                    ? ours.getMessage()
                    : wrong.getOriginalMessage().lines().findFirst().orElse("this is not YAML");
            throw new IllegalArgumentException(
                    where == null || where.getLineNr() < 1
                            ? what
                            : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": " + what);
        }
    }
}
