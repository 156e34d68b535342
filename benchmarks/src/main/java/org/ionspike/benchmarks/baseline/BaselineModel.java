package org.ionspike.benchmarks.baseline;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.stream.Stream;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.units.Check;

/**
 * A conventional model to compare with.
 *
 * @param family which kind it is
 * @param size hidden units, filters or neighbours, 1 to 10000; 0 for logistic regression
 */
public record BaselineModel(Family family, int size) {
    private static final int MOST = 10_000;

    public BaselineModel {
        int least = family == Family.LOGISTIC_REGRESSION ? 0 : 1;
        Check.between("BaselineModel.size of " + family, size, least, least == 0 ? 0 : MOST);
    }

    /** Kinds of models. */
    public enum Family {
        /** One layer with softmax. */
        LOGISTIC_REGRESSION,
        /** A hidden layer of rectified units before that. */
        MLP,
        /** Filters over an image, rectified, before that. */
        CNN,
        /** The nearest training samples vote. */
        KNN;

        /** The name in files. */
        @Override
        public String toString() {
            return Ascii.toLowerCase(name()).replace('_', '-');
        }
    }

    /** Logistic regression. */
    public static BaselineModel logisticRegression() {
        return new BaselineModel(Family.LOGISTIC_REGRESSION, 0);
    }

    /** A network with so many hidden units. */
    public static BaselineModel mlp(int hidden) {
        return new BaselineModel(Family.MLP, hidden);
    }

    /** A network with so many filters. */
    public static BaselineModel cnn(int filters) {
        return new BaselineModel(Family.CNN, filters);
    }

    /** So many neighbours vote. */
    public static BaselineModel knn(int neighbours) {
        return new BaselineModel(Family.KNN, neighbours);
    }

    /** The model of a name such as {@code mlp-32}. */
    public static BaselineModel parse(String text) {
        for (Family family : Family.values()) {
            String name = family.toString();
            if (text.equals(name) && family == Family.LOGISTIC_REGRESSION) {
                return logisticRegression();
            }
            Integer size = text.startsWith(name + "-") ? Ints.tryParse(text.substring(name.length() + 1)) : null;
            if (size != null && family != Family.LOGISTIC_REGRESSION) {
                return new BaselineModel(family, size);
            }
        }
        throw new IllegalArgumentException("No conventional model is named '" + text
                + "'. Write logistic-regression, mlp-32 (hidden units), cnn-8 (filters) or knn-3 (neighbours).");
    }

    /** What a comparison takes by itself: filters only where samples are images of 6 x 6 or more. */
    public static ImmutableList<BaselineModel> standard(Dataset dataset) {
        return Stream.of(logisticRegression(), mlp(16), mlp(32), mlp(100), cnn(8), knn(3))
                .filter(model -> model.family != Family.CNN || FilterDesign.suits(dataset))
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether it is learnt by gradients; neighbours are only stored. */
    public boolean isTrained() {
        return family != Family.KNN;
    }

    /** {@code logistic-regression}, {@code mlp-32}, {@code cnn-8}, {@code knn-3}. */
    public String name() {
        return size == 0 ? family.toString() : family + "-" + size;
    }
}
