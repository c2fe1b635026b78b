package io.namesake.cli.report;

/**
 * The quantile function of the standard normal distribution: the scale of a DET plot's axes, on which the errors of
 * normally distributed scores lie on a straight line (A. Martin et al., "The DET curve in assessment of detection task
 * performance", Eurospeech 1997; ISO/IEC 19795-1:2021, 9.2).
 */
final class NormalDeviate {

    private NormalDeviate() {}

    // M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37
    // (1988),
    // routine PPND16: about 16 digits. Numerator and denominator of three rational functions, lowest power first.
    private static final double[] CENTRE_NUMERATOR = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] CENTRE_DENOMINATOR = {
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
    };
    private static final double[] TAIL_NUMERATOR = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] TAIL_DENOMINATOR = {
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
    };
    private static final double[] FAR_NUMERATOR = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] FAR_DENOMINATOR = {
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
    };

    /**
     * The value below which a standard normal variable falls with the given probability.
     *
     * @param probability strictly between 0 and 1
     * @return the deviate, negative below one half
     * @throws IllegalArgumentException for any other probability, for which there is no finite deviate
     */
    static double of(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "A normal deviate exists for probabilities between 0 and 1 only, not for " + probability);
        }
        double centred = probability - 0.5;
        if (Math.abs(centred) <= 0.425) {
            double r = 0.180625 - centred * centred;
            return centred * ratio(CENTRE_NUMERATOR, CENTRE_DENOMINATOR, r);
        }
        double r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
        double deviate = r <= 5
                ? ratio(TAIL_NUMERATOR, TAIL_DENOMINATOR, r - 1.6)
                : ratio(FAR_NUMERATOR, FAR_DENOMINATOR, r - 5);
        return Math.copySign(deviate, centred);
    }

    /** Where a rate lies on an axis between two others that is scaled by the normal deviate, 0 to 1; what lies beyond an end is put on it. */
    static double position(double rate, double lowest, double highest) {
        double from = of(lowest);
        double to = of(highest);
        return (of(Math.clamp(rate, lowest, highest)) - from) / (to - from);
    }

    private static double ratio(double[] numerator, double[] denominator, double x) {
        return polynomial(numerator, x) / polynomial(denominator, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
