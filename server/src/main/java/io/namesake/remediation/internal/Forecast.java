package io.namesake.remediation.internal;

/**
 * How many people will call the contact centre on a day of a campaign. Pure.
 *
 * @param perDay what is to be expected
 * @param low 19 of 20 times it is at least this much
 * @param high 19 of 20 times it is at most this much
 * @param contactRate how many of the people who are asked call, 0 to 1
 * @param measured whether enough people were asked for the rate to be this campaign's own
 * @param daysLeft for the lines that are left, at this pace
 * @param paceWithinCapacity the fastest pace at which even the high figure stays within the contact centre's capacity
 */
record Forecast(
        double perDay,
        double low,
        double high,
        double contactRate,
        boolean measured,
        long daysLeft,
        int paceWithinCapacity) {
    /** What is assumed counts as if so many had been asked. */
    private static final int DEFAULT_WEIGHT = 100;

    private static final double Z = 1.96;

    /**
     * @param asked how many people were asked so far
     * @param contacts how many contacts the operator counted
     * @param left how many lines are left
     * @param pace lines a day
     * @param capacity contacts a day that the contact centre can take
     * @param assumed the contact rate that is assumed where nothing was measured yet, 0 to 1
     */
    static Forecast of(long asked, long contacts, long left, int pace, int capacity, double assumed) {
        double weight = (double) asked + DEFAULT_WEIGHT;
        // One person may call twice; as a rate of people it is at most 1.
        double rate = Math.min(1, (contacts + assumed * DEFAULT_WEIGHT) / weight);
        // Wilson's interval for a proportion (E. B. Wilson, 1927), and the spread of one day's count around it.
        double centre = (rate + Z * Z / (2 * weight)) / (1 + Z * Z / weight);
        double half = Z * Math.sqrt(rate * (1 - rate) / weight + Z * Z / (4 * weight * weight)) / (1 + Z * Z / weight);
        long today = Math.min(pace, left);
        return new Forecast(
                today * rate,
                Math.max(0, dayAtMost(today, Math.max(0, centre - half), -Z)),
                dayAtMost(today, Math.min(1, centre + half), Z),
                rate,
                asked >= DEFAULT_WEIGHT,
                (left + pace - 1) / pace,
                fastest(Math.min(1, centre + half), capacity));
    }

    private static double dayAtMost(long lines, double rate, double z) {
        return lines * rate + z * Math.sqrt(lines * rate * (1 - rate));
    }

    private static int fastest(double rate, int capacity) {
        int low = 0;
        int high = 1_000_000_000;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (dayAtMost(middle, rate, Z) <= capacity) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
