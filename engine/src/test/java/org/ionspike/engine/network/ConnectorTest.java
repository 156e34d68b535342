package org.ionspike.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pA;

import java.util.Arrays;
import java.util.Optional;
import org.ionspike.engine.network.DistanceDependent.Profile;
import org.ionspike.engine.network.Ends.End;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.units.Length;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorTest {
    private static Connectivity connect(Connector connector, Ends ends) {
        return connector.connect(ends, new RandomStreams(5).stream("connections"));
    }

    /** A group and itself. */
    private static Ends itself(int size, Geometry geometry) {
        var end = new End("cells", 0, size, size, Optional.ofNullable(geometry));
        return new Ends(end, end);
    }

    @Test
    void fixedInDegreeDrawsDifferentLinesWithABinomialOutDegree() {
        int lines = 2000;
        int neurons = 1500;
        var drawn = connect(new FixedInDegree(100, true), Ends.of(lines, neurons));
        for (int j = 0; j < neurons; j++) {
            assertThat(drawn.fanIn(j)).isEqualTo(100);
        }
        double p = 100.0 / lines;
        double variance = 0;
        for (int i = 0; i < lines; i++) {
            variance += Math.pow(drawn.fanOut(i) - neurons * p, 2) / lines;
        }
        double binomial = neurons * p * (1 - p);
        // five standard deviations of the variance of a near-normal number over 2000 lines
        assertThat(variance).isCloseTo(binomial, within(5 * binomial * Math.sqrt(2.0 / lines)));
    }

    @Test
    void fixedOutDegreeDrawsDifferentNeuronsWithABinomialInDegree() {
        int lines = 1500;
        int neurons = 2000;
        var drawn = connect(new FixedOutDegree(100, true), Ends.of(lines, neurons));
        double p = 100.0 / neurons;
        double variance = 0;
        for (int j = 0; j < neurons; j++) {
            variance += Math.pow(drawn.fanIn(j) - lines * p, 2) / neurons;
        }
        assertThat(drawn.fanOut(7)).isEqualTo(100);
        double binomial = lines * p * (1 - p);
        assertThat(variance).isCloseTo(binomial, within(5 * binomial * Math.sqrt(2.0 / neurons)));
    }

    @Test
    void noNeuronReachesItselfWhereThatIsLeftOut() {
        var cells = new End("cells", 0, 40, 40, Optional.empty());
        var slice = new End("cells", 10, 25, 40, Optional.empty());
        for (Ends ends : new Ends[] {new Ends(cells, cells), new Ends(slice, cells), new Ends(cells, slice)}) {
            int most = Math.min(ends.lines(), ends.neurons()) - 1;
            for (Connector connector : new Connector[] {
                new Connector.FixedProbability(1, false),
                new FixedInDegree(most, false),
                new FixedOutDegree(most, false)
            }) {
                var drawn = connect(connector, ends);
                for (int i = 0; i < ends.lines(); i++) {
                    assertThat(drawn.fanOut(i)).isPositive();
                    for (int k = 0; k < drawn.fanOut(i); k++) {
                        assertThat(drawn.target(i, k) + ends.to().first())
                                .isNotEqualTo(i + ends.from().first());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void distanceFollowsItsProfileOnATorus(Profile profile) {
        var connector = new DistanceDependent(profile, 0.8, um(100), um(300), true, false);
        int side = 40;
        var drawn = connect(connector, itself(side * side, new Geometry.Grid(side, side, um(50))));
        var pairs = new int[7];
        var joined = new int[7];
        double[] expected = new double[7];
        for (int i = 0; i < side * side; i++) {
            for (int j = 0; j < side * side; j++) {
                double metres =
                        Math.hypot(around(i % side - j % side, side), around(i / side - j / side, side)) * 50e-6;
                int bin = (int) Math.min(6, metres / 50e-6 + 1e-9);
                if (i != j) {
                    pairs[bin]++;
                    expected[bin] += connector.probability(metres);
                    joined[bin] += drawn.position(i, j) >= 0 ? 1 : 0;
                } else {
                    assertThat(drawn.position(i, j)).isNegative();
                }
            }
        }
        for (int bin = 1; bin < 7; bin++) {
            assertThat((double) joined[bin]).isCloseTo(expected[bin], within(5 * Math.sqrt(expected[bin]) + 1e-9));
        }
        assertThat(joined[6]).isLessThan(pairs[6]);
    }

    private static int around(int difference, int size) {
        int d = Math.abs(difference);
        return Math.min(d, size - d);
    }

    @Test
    void gridsOfDifferentSpacingLieOnEachOther() {
        var fine = new End("fine", 0, 400, 400, Optional.of(new Geometry.Grid(20, 20, um(50))));
        var coarse = new End("coarse", 0, 100, 100, Optional.of(new Geometry.Grid(10, 10, um(100))));
        var connector = new DistanceDependent(Profile.DISC, 1, um(1), um(36), false, true);
        var drawn = connect(connector, new Ends(fine, coarse));
        for (int i = 0; i < 400; i++) { // each has one coarse place 25 um away on either axis
            assertThat(drawn.fanOut(i)).isEqualTo(1);
            assertThat(drawn.target(i, 0)).isEqualTo(i / 20 / 2 * 10 + i % 20 / 2);
        }
    }

    @Test
    void aRingReachesItsNeighboursOnBothSides() {
        var connector = new DistanceDependent(Profile.DISC, 1, um(1), um(20), false, false);
        var drawn = connect(connector, itself(9, new Geometry.Ring(9, um(10))));
        assertThat(drawn.targets(0)).containsExactly(1, 2, 7, 8);
        var wide = new DistanceDependent(Profile.DISC, 1, um(1), um(1000), false, true);
        assertThat(connect(wide, itself(9, new Geometry.Ring(9, um(10)))).targets(4))
                .hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void convolutionJoinsEveryWindowToItsNeurons(int stride) {
        var connector = new Convolution(2, 7, 6, 3, 2, stride, 3);
        int rows = connector.outputRows();
        int columns = connector.outputColumns();
        var drawn = connect(connector, Ends.of(2 * 7 * 6, 3 * rows * columns));
        for (int line = 0; line < 84; line++) {
            int r = line / 6 % 7;
            int c = line % 6;
            for (int neuron = 0; neuron < 3 * rows * columns; neuron++) {
                int top = neuron / columns % rows * stride;
                int left = neuron % columns * stride;
                boolean seen = r >= top && r < top + 3 && c >= left && c < left + 2;
                assertThat(Arrays.binarySearch(drawn.targets(line), neuron) >= 0)
                        .isEqualTo(seen);
            }
        }
    }

    @Test
    void refusesWhatCannotBeJoinedWhenTheNetworkIsBuilt() {
        assertRefused(
                new FixedInDegree(21, true),
                "Projection 'p': FixedInDegree.connections (21) must be at most the number of lines (20)");
        assertRefused(
                new FixedInDegree(20, false),
                "FixedInDegree.connections (20) must be at most the number of other lines (19)");
        assertRefused(new FixedOutDegree(21, true), "must be at most the number of neurons (20)");
        assertRefused(
                new DistanceDependent(Profile.DISC, 1, um(1), um(1), false, true),
                "Projection 'p': Connector distance-dependent: 'cells' has no geometry. Give the group a grid");
        assertRefused(
                new Convolution(1, 4, 5, 2, 2, 1, 1), "number of neurons (20) must be outputChannels x 3 x 4 (12)");
        assertThatThrownBy(() ->
                        new NeuronGroup("cells", 20, new LifNeuron()).withGeometry(new Geometry.Grid(3, 7, um(1))))
                .hasMessageContaining("must have one place per neuron (20)");
    }

    @Test
    void refusesSlicesThatDoNotFit() {
        var all = new Connector.AllToAll();
        assertThatThrownBy(() -> network(all, "cells[5:21]"))
                .hasMessageContaining("Projection 'p': from (cells[5:21]) must be [first:end]")
                .hasMessageContaining("at most the size of 'cells' (20)");
        assertThatThrownBy(() -> network(all, "cells[5:5]")).hasMessageContaining("with first below end");
        assertThatThrownBy(() -> network(all, "cell[5:6]")).hasMessageContaining("from ('cell') is not in the network");
        assertThatThrownBy(() -> Network.builder("n")
                        .add(new NeuronGroup("a[1:2]", 1, new LifNeuron()))
                        .build())
                .hasMessageContaining("must not end like a slice");
        assertThat(new NeuronGroup("cells", 20, new LifNeuron()).slice(0, 8)).isEqualTo("cells[0:8]");
    }

    private static void assertRefused(Connector connector, String message) {
        assertThatThrownBy(() -> network(connector, "cells")).hasMessageContaining(message);
    }

    private static Network network(Connector connector, String from) {
        return Network.builder("n")
                .add(new NeuronGroup("cells", 20, new LifNeuron()))
                .add(new Projection(
                        "p",
                        from,
                        "cells",
                        connector,
                        new IdealSynapse(),
                        new Weights.Uniform(1),
                        new Impulse("excitatory", pA(1)),
                        ms(1)))
                .build();
    }

    private static Length um(double value) {
        return new Length(value * 1e-6);
    }
}
