package io.namesake.face.evaluation.attacks;

import java.util.Arrays;

/** Weighted logistic regression with a quadratic penalty, by Newton's method (S. Walker, D. Duncan, 1967). The first column is the bias. */
final class LogisticRegression {
    private static final int STEPS = 30;
    private static final double CONVERGED = 1e-7;
    /** Rows that are added up together, an even number: with hundreds of columns the sums no longer lie in a core's nearest memory. */
    private static final int AT_ONCE = 4;

    private LogisticRegression() {}

    /**
     * @param rows one per trial, the first value 1
     * @param positive whether the trial is of the class whose log-odds are wanted
     * @param weights one per trial
     * @param penalty on the squares of all coefficients but the first, in units of the weights' sum
     */
    static double[] fit(double[][] rows, boolean[] positive, double[] weights, double penalty) {
        int columns = rows[0].length;
        double[] coefficients = new double[columns];
        double ridge = penalty * Arrays.stream(weights).sum();
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[columns][columns + 1];
            for (int from = 0; from < rows.length; from += AT_ONCE) {
                add(rows, from, Math.min(rows.length, from + AT_ONCE), positive, weights, coefficients, system);
            }
            for (int i = 1; i < columns; i++) {
                for (int j = 0; j < i; j++) {
                    system[i][j] = system[j][i];
                }
                system[i][i] += ridge;
                system[i][columns] -= ridge * coefficients[i];
            }
            double[] change = solve(system);
            double largest = 0;
            for (int i = 0; i < columns; i++) {
                coefficients[i] += change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        return coefficients;
    }

    /** Some rows' part of the normal equations: the upper triangle, and the right side in the last column. */
    private static void add(
            double[][] rows,
            int from,
            int to,
            boolean[] positive,
            double[] weights,
            double[] coefficients,
            double[][] system) {
        int columns = coefficients.length;
        double[][] some = new double[AT_ONCE][];
        double[] curvature = new double[AT_ONCE];
        double[] error = new double[AT_ONCE];
        for (int k = 0; k < AT_ONCE; k++) {
            int r = from + k;
            some[k] = rows[Math.min(r, to - 1)];
            if (r < to) {
                double probability = 1 / (1 + Math.exp(-dot(coefficients, rows[r])));
                curvature[k] = weights[r] * Math.max(1e-6, probability * (1 - probability));
                error[k] = weights[r] * ((positive[r] ? 1 : 0) - probability);
            }
        }
        for (int i = 0; i < columns; i++) {
            double[] sums = system[i];
            for (int k = 0; k < AT_ONCE; k += 2) {
                addTo(sums, i, curvature[k] * some[k][i], some[k], curvature[k + 1] * some[k + 1][i], some[k + 1]);
            }
            for (int k = 0; k < AT_ONCE; k++) {
                sums[columns] += error[k] * some[k][i];
            }
        }
    }

    private static void addTo(double[] sums, int from, double a, double[] as, double b, double[] bs) {
        for (int j = from; j < as.length; j++) {
            sums[j] += a * as[j] + b * bs[j];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gaussian elimination with the largest pivot; the last column is the right side. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] swapped = system[column];
            system[column] = system[pivot];
            system[pivot] = swapped;
            for (int row = 0; row < n; row++) {
                double factor = row == column ? 0 : system[row][column] / system[column][column];
                for (int i = column; factor != 0 && i <= n; i++) {
                    system[row][i] -= factor * system[column][i];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }
}
