package org.ionspike.datasets;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;

/**
 * Which samples are trained on and which are held back for evaluation. The training part stands in seeded random
 * order, the held part in the order of the data set.
 *
 * @param train indices of the training samples, one or more
 * @param held indices of the held samples, one or more, none of them in {@code train}
 * @param official whether the parts are those the publisher of the data set drew up
 */
public record Split(ImmutableIntArray train, ImmutableIntArray held, boolean official) {
    public Split {
        Check.require(!train.isEmpty(), "Split.train", "no samples", "must hold at least one sample");
        Check.require(!held.isEmpty(), "Split.held", "no samples", "must hold at least one sample");
        int[] both = IntStream.concat(train.stream(), held.stream()).sorted().toArray();
        for (int k = 0; k < both.length; k++) {
            Check.require(both[k] >= 0, "Split: sample index", both[k], "must be 0 or above");
            Check.require(k == 0 || both[k] != both[k - 1], "Split: sample", both[k], "must appear only once");
        }
    }

    /** The publisher's split if the data set has one, otherwise {@link #stratified}. */
    public static Split of(Dataset dataset, double heldFraction, RandomStreams streams) {
        return dataset.officialTrainCount().isPresent()
                ? official(dataset, streams)
                : stratified(dataset, heldFraction, streams);
    }

    /** The publisher's split, with the training part in the random order of the stream {@code split}. */
    public static Split official(Dataset dataset, RandomStreams streams) {
        int boundary = dataset.officialTrainCount()
                .orElseThrow(() -> new IllegalArgumentException("Dataset " + dataset.name()
                        + " has no official test part. Hold back a fraction of it with Split.stratified."));
        int[] train = IntStream.range(0, boundary).toArray();
        Shuffle.inPlace(train, streams.stream("split"));
        return new Split(
                ImmutableIntArray.copyOf(train),
                ImmutableIntArray.copyOf(IntStream.range(boundary, dataset.size())),
                true);
    }

    /**
     * Holds back the given fraction of every class, chosen at random from the stream {@code split}. The number held
     * is the fraction of all samples, rounded; classes share it by largest remainder, so each is within one sample
     * of its fraction. A class of two or more samples is in both parts; a class of one is trained on.
     *
     * @param heldFraction between 0 and 1, both excluded
     */
    public static Split stratified(Dataset dataset, double heldFraction, RandomStreams streams) {
        Check.require(
                heldFraction > 0 && heldFraction < 1,
                "Split.heldFraction",
                heldFraction,
                "must lie between 0 and 1, both excluded, such as 0.2");
        var random = streams.stream("split");
        int[] order = IntStream.range(0, dataset.size()).toArray();
        Shuffle.inPlace(order, random);

        int[] toHold = shares(dataset.classCounts(), heldFraction);
        int[] train = new int[order.length];
        int[] held = new int[order.length];
        int trained = 0;
        int kept = 0;
        for (int sample : order) {
            if (toHold[dataset.label(sample)]-- > 0) {
                held[kept++] = sample;
            } else {
                train[trained++] = sample;
            }
        }
        Arrays.sort(held, 0, kept);
        return new Split(
                ImmutableIntArray.copyOf(Arrays.copyOf(train, trained)),
                ImmutableIntArray.copyOf(Arrays.copyOf(held, kept)),
                false);
    }

    /**
     * Holds back one of several parts into which all samples are dealt class by class, in the random order of the stream
     * {@code split}; a split of the publisher is not looked at. Parts differ by one sample of each class at most.
     *
     * @param part from 0, below {@code parts}
     * @param parts 2 or more, at most the number of samples
     */
    public static Split ofPart(Dataset dataset, int part, int parts, RandomStreams streams) {
        Check.between("Split: parts", parts, 2, dataset.size());
        Check.between("Split: part", part, 0, parts - 1);
        int[] order = IntStream.range(0, dataset.size()).toArray();
        Shuffle.inPlace(order, streams.stream("split"));
        int[] dealt = new int[dataset.classCount()];
        int next = 0;
        for (int c = 0; c < dealt.length; c++) {
            dealt[c] = next; // a class goes on where the one before ended, so that parts are of one size
            next += dataset.classCounts().get(c);
        }
        var train = ImmutableIntArray.builder();
        var held = ImmutableIntArray.builder();
        for (int sample : order) {
            boolean hold = dealt[dataset.label(sample)]++ % parts == part;
            (hold ? held : train).add(sample);
        }
        int[] sorted = held.build().toArray();
        Arrays.sort(sorted);
        return new Split(train.build(), ImmutableIntArray.copyOf(sorted), false);
    }

    /** Samples to hold of each class: largest remainders first, then at least one and never all. */
    private static int[] shares(ImmutableIntArray counts, double heldFraction) {
        int[] shares = counts.stream()
                .map(count -> (int) Math.floor(count * heldFraction))
                .toArray();
        long missing = Math.round(counts.stream().sum() * heldFraction)
                - Arrays.stream(shares).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted((a, b) -> Double.compare(
                        counts.get(b) * heldFraction - shares[b], counts.get(a) * heldFraction - shares[a]))
                .limit(missing)
                .toList()
                .forEach(c -> shares[c]++);
        for (int c = 0; c < shares.length; c++) {
            int most = Math.max(0, counts.get(c) - 1);
            shares[c] = Math.min(most, Math.max(1, shares[c]));
        }
        return shares;
    }

    /**
     * The same split with the first {@code n} training samples of the seeded order only.
     *
     * @param n between 1 and the number of training samples
     */
    public Split limitTraining(int n) {
        Check.require(
                n >= 1 && n <= train.length(),
                "Split.limitTraining",
                n,
                "must lie between 1 and " + train.length() + ", the number of training samples");
        return new Split(train.subArray(0, n).trimmed(), held, official);
    }

    /**
     * The data set with the labels of the training part permuted by the stream {@code shuffle-labels}: a control, on
     * which a classifier must fall to chance on the held part. Held samples keep their labels.
     */
    public Dataset shuffleTrainingLabels(Dataset dataset, RandomStreams streams) {
        int[] order = train.toArray();
        Shuffle.inPlace(order, streams.stream("shuffle-labels"));
        int[] labels = dataset.labels().toArray();
        for (int k = 0; k < order.length; k++) {
            labels[train.get(k)] = dataset.label(order[k]);
        }
        return dataset.toBuilder(
                        dataset.info().withNote("The labels of the training part are shuffled."),
                        ImmutableIntArray.copyOf(labels))
                .build();
    }
}
