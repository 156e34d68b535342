package org.ionspike.networks.io;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Arrays in an HDF5 file, read by path such as {@code /crossbar/weights}. Floats and doubles are read as either, whole
 * numbers of 32 and 64 bits as {@code int}, so files of other programs serve too. {@link ArraysBuilder} writes.
 *
 * @param path the file
 */
public record ArraysFile(Path path) {
    private static final int MOST_LISTED = 20;

    /** A matrix; values of double precision are rounded. */
    public float[][] floatMatrix(String dataset) {
        Object data = data(dataset, 2, "a matrix of numbers");
        if (data instanceof float[][] matrix) {
            return matrix;
        }
        if (data instanceof double[][] matrix) {
            return Arrays.stream(matrix).map(ArraysFile::rounded).toArray(float[][]::new);
        }
        throw wrongKind(dataset, "a matrix of numbers with a fraction (32 or 64 bits)");
    }

    /** A list of numbers; values of double precision are rounded. */
    public float[] floats(String dataset) {
        return rounded(doubles(dataset));
    }

    /** A list of numbers. */
    public double[] doubles(String dataset) {
        Object data = data(dataset, 1, "a list of numbers");
        if (data instanceof double[] list) {
            return list;
        }
        if (data instanceof float[] list) {
            double[] doubles = new double[list.length];
            Arrays.setAll(doubles, k -> list[k]);
            return doubles;
        }
        throw wrongKind(dataset, "a list of numbers with a fraction (32 or 64 bits)");
    }

    /** A list of whole numbers. */
    public int[] ints(String dataset) {
        Object data = data(dataset, 1, "a list of whole numbers");
        if (data instanceof int[] list) {
            return list;
        }
        if (data instanceof long[] list) {
            return narrowed(dataset, list);
        }
        throw wrongKind(dataset, "a list of whole numbers (32 or 64 bits)");
    }

    /** A matrix of whole numbers. */
    public int[][] intMatrix(String dataset) {
        Object data = data(dataset, 2, "a matrix of whole numbers");
        if (data instanceof int[][] matrix) {
            return matrix;
        }
        if (data instanceof long[][] matrix) {
            return Arrays.stream(matrix).map(row -> narrowed(dataset, row)).toArray(int[][]::new);
        }
        throw wrongKind(dataset, "a matrix of whole numbers (32 or 64 bits)");
    }

    private Object data(String dataset, int dimensions, String expected) {
        if (!Files.isRegularFile(path)) {
            throw new FileFormatException(path + ": there is no such file, but the arrays are to be read from it.");
        }
        try (var file = new HdfFile(path)) {
            List<String> known = new ArrayList<>();
            list(file, known);
            String wanted = dataset.startsWith("/") ? dataset : "/" + dataset;
            if (!known.contains(wanted)) {
                throw new FileFormatException(
                        path + ": holds no dataset '" + dataset + "'. It holds " + shown(known) + ".");
            }
            Dataset found = file.getDatasetByPath(wanted);
            int[] shape = found.getDimensions();
            if (shape.length != dimensions) {
                throw new FileFormatException(path + ": dataset '" + dataset + "' has the shape "
                        + Arrays.toString(shape) + "; " + expected + " is needed.");
            }
            return found.getData();
        } catch (FileFormatException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FileFormatException(
                    path + ": cannot be read as HDF5; it is damaged or of another kind (" + Place.reason(e) + ").", e);
        }
    }

    private static void list(Group group, List<String> paths) {
        for (Node child : group.getChildren().values()) {
            if (child instanceof Group inner) {
                list(inner, paths);
            } else {
                paths.add(child.getPath());
            }
        }
        Collections.sort(paths);
    }

    private static String shown(List<String> paths) {
        return paths.size() <= MOST_LISTED
                ? paths.toString()
                : paths.subList(0, MOST_LISTED) + " and " + (paths.size() - MOST_LISTED) + " more";
    }

    private FileFormatException wrongKind(String dataset, String expected) {
        return new FileFormatException(
                path + ": dataset '" + dataset + "' holds values of another kind; " + expected + " is needed.");
    }

    private static float[] rounded(double[] values) {
        float[] floats = new float[values.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) values[k];
        }
        return floats;
    }

    private int[] narrowed(String dataset, long[] values) {
        try {
            return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
        } catch (ArithmeticException e) {
            throw new FileFormatException(path + ": dataset '" + dataset + "' holds a number beyond 32 bits.", e);
        }
    }
}
