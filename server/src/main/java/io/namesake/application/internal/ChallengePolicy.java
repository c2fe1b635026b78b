package io.namesake.application.internal;

import org.springframework.core.env.Environment;

/** Whether an applicant's selfie must come out of a challenge: the setting {@code namesake.challenge}. */
enum ChallengePolicy {
    /** Without a passed challenge nobody is verified by machine: a person looks. */
    REQUIRED,
    /** Offered; a still picture will do. For demonstrations with sample pictures. */
    OPTIONAL,
    /** Neither offered nor asked for. */
    OFF;

    /**
     * What is set; else OPTIONAL in a demo, where made-up applicants have pictures and no camera, and REQUIRED anywhere else.
     */
    static ChallengePolicy of(Environment environment) {
        boolean demo = environment.getProperty("namesake.demo", Boolean.class, false);
        return environment.getProperty("namesake.challenge", ChallengePolicy.class, demo ? OPTIONAL : REQUIRED);
    }
}
