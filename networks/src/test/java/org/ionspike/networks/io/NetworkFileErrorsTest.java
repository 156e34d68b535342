package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFileErrorsTest {
    private static final String GOOD = """
            format: 1
            name: small   # a comment
            step: 10 us
            presentationLimit: 20 ms
            groups:
              cells:
                model: ionic-neuron
                size: 2
                bias: [1 pA, 2 pA]
                inhibition: {winners: 1, voltage: -30 mV, duration: 5 ms}
                homeostasis: {step: 1 pA, annealing: {end: 0.1, presentations: 10}}
            sources:
              input: {type: input-lines, lines: 3}
              noise: {type: poisson, lines: 3, rate: 20 Hz}
              train: {type: spike-train, lines: 3, times: [1 ms], indices: [2]}
            currents:
              ramp: {type: ramp, target: cells, slope: 50 nA/s}
              push: {type: step, target: cells, amplitude: 1 nA, start: 1 ms, stop: never}
            projections:
              crossbar:
                from: input
                to: cells
                connector: {type: all-to-all}
                synapse:
                  model: ionic-synapse
                  parameters: {divider: 0.4, minConductance: 1 nS, slit: {length: 20 nm}}
                weights: {type: given, values: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]}
                drive: {voltage: 100 mV, hold: until-end}
                delay: 30 us
                polarity: excitatory
                plasticity: {rule: winner-stdp, parameters: {aPlus: 0.1}}
              pairs:
                from: train
                to: cells
                connector: {type: pairs, pairs: [[2, 0]]}
                synapse: {model: static-synapse}
                weights: {type: uniform, value: 0.5}
                drive: {voltage: 100 mV, hold: 1 ms}
            """;

    @TempDir
    Path directory = Path.of("");

    @Test
    void readsTheFileThatTheOtherTestsSpoil() throws IOException {
        assertThat(NetworkFile.read(write(GOOD)).projections()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format: 1|format: 2|format (2) is not read by this version of Ionspike, which knows format 1.",
                "format: 1|comment: 1|the key 'format' is missing. Put 'format: 1' at the top.",
                "name: small|title: small|title is not known. Known here: [currents, groups, name, presentationLimit,",
                "step: 10 us|step: [1]|step must be a single value, but is a list.",
                "step: 10 us|step: 10|step: Cannot read '10' as time: the unit is missing.",
                "step: 10 us|step: 10 um|step: Cannot read '10 um' as time: 'um' is no unit of it.",
                "step: 10 us|step: NaN|step: Cannot read 'NaN' as time: expected a number with a unit",
                "step: 10 us|step: 1e400 s|step (1e400 s) is out of the range of numbers.",
                "step: 10 us|step: 1e99999999999 s|step (1e99999999999 s) is out of the range of numbers.",
                "step: 10 us|step: 0 s|step (0 s) must be above 0",
                "step: 10 us|step:|step is empty. Give it a value, or leave the key out.",
                "step: 10 us|name: twice|network.yaml:3:1: name is given twice. Remove one of them.",
                "step: 10 us|step: *alias|YAML",
                "presentationLimit: 20 ms|#|the key 'presentationLimit' is missing.",
                "presentationLimit: 20 ms|presentationLimit: 20.001 ms|must be a whole number of time steps (10 us)",
                "target: cells, slope|target: cell, slope|Current 'ramp': target ('cell') is not in the network. Known: [cells].",
                "model: ionic-neuron|model: liff|groups.cells.model ('liff') is no neuron model. Known: [adaptive-lif-neuron, ",
                "model: ionic-neuron|mode: x|groups.cells.mode is not known. Known here: [bias, geometry, homeostasis,",
                "model: ionic-neuron|#|groups.cells lacks the key 'model'. Add it.",
                "size: 2|size: two|groups.cells.size (two) must be a whole number, such as 200.",
                "size: 2|size: 99999999999|groups.cells.size (99999999999) must lie between",
                "size: 2|size: 0|groups.cells.size (0) must be at least 1.",
                "bias: [1 pA, 2 pA]|bias: [1 pA]|groups.cells.bias has 1 entries; it must have one per neuron (2).",
                "bias: [1 pA, 2 pA]|bias: [1 pA, 2 mV]|groups.cells.bias[1]: Cannot read '2 mV' as current",
                "bias: [1 pA, 2 pA]|bias: [1 pA, inf A]|groups.cells.bias of neuron 1 (Infinity A) must",
                "bias: [1 pA, 2 pA]|bias: {file: a.h5, dataset: /b}|a.h5: there is no such file",
                "bias: [1 pA, 2 pA]|bias: {file: /etc/a.h5, dataset: /b}|bias.file ('/etc/a.h5') must be the plain name",
                "bias: [1 pA, 2 pA]|bias: 1 pA|groups.cells.bias must be a map of keys and values, but is the text '1 pA'.",
                "winners: 1,|winners: 0,|groups.cells.inhibition.winners (0) must be at least 1.",
                "winners: 1,||groups.cells.inhibition lacks the key 'winners'. Add it.",
                "{winners: 1, voltage: -30 mV, duration: 5 ms}|strong|inhibition must be a map of keys and values, but",
                "duration: 5 ms|duration: 5.003 ms|inhibition.duration (5.003 ms) must be a whole number of time steps",
                "end: 0.1|end: 2|groups.cells.homeostasis.annealing.end (2.0) must be above 0 and at most 1.",
                "end: 0.1|end: NaN|homeostasis.annealing.end (NaN) must be a number without unit, such as 0.4.",
                "end: 0.1|end: 0.1 s|homeostasis.annealing.end (0.1 s) must be a number without unit, such as 0.4.",
                "type: input-lines|type: keyboard|sources.input.type ('keyboard') is no type of source. Known: [input-lines,",
                "type: input-lines, lines: 3|type: input-lines, lines: 3, rate: 1 Hz|sources.input.rate is not known.",
                "type: input-lines, lines: 3|type: input-lines, name: x, lines: 3|sources.input.name is not known.",
                "rate: 20 Hz|rate: -20 Hz|sources.noise.rate (-20 Hz) must be 0 or above and finite.",
                "indices: [2]|indices: [3]|sources.train.line (3) must lie between 0 and 2.",
                "indices: [2]|indices: [2, 1]|sources.train.line (2 entries) must have one entry per time",
                "type: ramp|type: stairs|currents.ramp.type ('stairs') is no type of current. Known: [noise, poisson-impulses, ramp, step].",
                "slope: 50 nA/s|slope: 50 nA|currents.ramp.slope: Cannot read '50 nA' as current rate",
                "slope: 50 nA/s|slope: 0 A/s|currents.ramp.slope (0 A/s) must be above 0 and finite.",
                "target: cells, slope|target: cell, slope|target ('cell') is not in the network. Known: [cells].",
                "stop: never|stop: 0 s|currents.push.stop (0 s) must be after start (1 ms).",
                "stop: never|stop: later|currents.push.stop: Cannot read 'later' as time",
                "from: input|from: inputs|Projection 'crossbar': from ('inputs') is not in the network. Known:",
                "type: all-to-all|type: all|crossbar.connector.type ('all') is no type of connector. Known: [all-to-all,",
                "type: all-to-all|type: one-to-one|must equal the number of neurons (2)",
                "type: all-to-all|type: fixed-in-degree, connections: 9|Projection 'crossbar': FixedInDegree.connections (9)",
                "type: all-to-all|type: fixed-in-degree, connections: 9|(9) must be at most the number of lines (",
                "type: all-to-all|type: distance-dependent, peak: 2|connector lacks the key 'profile'. Add it.",
                "type: all-to-all|type: fixed-probability|connector lacks the key 'probability'. Add it.",
                "type: all-to-all|type: fixed-probability, probability: 2|connector.probability (2.0) must lie",
                "model: ionic-synapse|model: magic|crossbar.synapse.model ('magic') is no synapse model. Known: [ideal-synapse, ionic-",
                "divider: 0.4|divider: 1.4|projections.crossbar.synapse.parameters.divider (1.4) must be above 0 and at most 1.",
                "divider: 0.4|divide: 0.4|projections.crossbar.synapse.parameters.divide is not known. Known here: [coverage,",
                "minConductance: 1 nS|minConductance: -1 nS|parameters.minConductance (-1 nS) must be 0 or above and finite.",
                "length: 20 nm|length: 0 m|projections.crossbar.synapse.parameters.slit.length (0 m) must be above 0",
                "{length: 20 nm}|20 nm|parameters.slit must be a map of keys and values, but is the text '20 nm'.",
                "type: given|type: taken|crossbar.weights.type ('taken') is no type of weights. Known: [even, gaussian, given,",
                "[0.5, 0.6]]|[0.5, 1.6]]|projections.crossbar.weights: Weight on line 2 (1.6) must lie between 0 and 1.",
                "[0.5, 0.6]]|[0.5, x]]|projections.crossbar.weights.values[2][1] (x) must be a number without unit",
                ", [0.5, 0.6]]|]|Projection 'crossbar': Shape of the weights (2 x 2) must have 3 rows, one per line of the projection.",
                "values: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]|file: a.h5|weights lacks the key 'dataset'. Add it.",
                "values: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]|data: a.h5|weights lacks the key 'file'. Give 'file' and",
                "hold: until-end|hold: 0 s|projections.crossbar.drive.hold (0 s) must be above 0.",
                "hold: until-end|hold: for-ever|projections.crossbar.drive.hold: Cannot read 'for-ever' as time",
                "delay: 30 us|delay: 7 us|Projection 'crossbar': delay (7 us) must be a whole number of time steps (10 us)",
                "polarity: excitatory|polarity: up|crossbar.polarity ('up') is no such value. Known: [excitatory, inhibitory].",
                "rule: winner-stdp|rule: hebb|crossbar.plasticity.rule ('hebb') is no plasticity rule. Known: [ionic-stdp, pair-stdp,",
                "aPlus: 0.1|aPlus: -0.1|crossbar.plasticity.parameters.aPlus (-0.1) must be 0 or above and finite.",
                "[[2, 0]]|[[3, 0]]|line of Pair[line=3, neuron=0] (3) must lie between 0 and 2.",
                "[[2, 0]]|[[2, 5]]|neuron of Pair[line=2, neuron=5] (5) must lie between 0 and 1.",
                "[[2, 0]]|[[2]]|projections.pairs.connector.pairs[0] holds an entry of 1 numbers; a pair is [line, neuron].",
                "pairs: [[2, 0]]|#|YAML",
            })
    void namesFilePlaceValueAndWayOut(String written, String changed, String message) throws IOException {
        assertThat(GOOD).contains(written);
        int at = GOOD.indexOf(written);
        String spoilt =
                GOOD.substring(0, at) + (changed == null ? "" : changed) + GOOD.substring(at + written.length());
        assertRefusedAt(spoilt, at, message);
    }

    private static final String IMPULSES = """
            format: 1
            name: points
            step: 0.1 ms
            presentationLimit: 20 ms
            groups:
              points:
                model: lif-neuron
                size: 3
                parameters: {response: exponential-current}
                initial: {v: {type: uniform, low: -60 mV, high: -50 mV}}
            projections:
              recurrent:
                from: points
                to: points
                connector: {type: all-to-all}
                synapse: {model: ideal-synapse}
                weights: {type: uniform, value: 0.5}
                drive: {receptor: excitatory, size: 2 pA}
                delay: 0.2 ms
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "response: exponential-current|response: square|parameters.response ('square') is no such value. Known:",
                "response: exponential-current|responses: delta|parameters.responses is not known. Known here: [",
                "{type: uniform,|{type: flat,|points.initial.v.type ('flat') is no type of distribution. Known: [clipped-gaussian, constant,",
                "low: -60 mV|low: -60 pA|points.initial.v.high (-50 mV) must be of the same quantity as -60 pA.",
                "low: -60 mV|lowest: -60 mV|points.initial.v.lowest is not known.",
                "receptor: excitatory|receptor: nmda|No receptor of 'lif-neuron' is named 'nmda'. Known: [excitatory,",
                "receptor: excitatory, size: 2 pA|receptor: excitatory|recurrent.drive lacks the key 'size'. Add it.",
                "size: 2 pA|size: 2 nS|must be a current, as receptor 'excitatory' of 'lif-neuron' takes",
                "size: 2 pA|size: 2|recurrent.drive.size",
                "receptor: excitatory, size: 2 pA|voltage: 1 mV, hold: 1 ms, receptors: x|recurrent.drive.receptors is not",
                "low: -60 mV, high: -50 mV|low: -60 pA, high: -50 pA|initial 'v' (a current) must be a voltage.",
                "{v: {type|{w: {type|Group 'points': No state variable of 'lif-neuron' is named 'w'. Known: [iE, iI, v].",
                "delay: 0.2 ms|delay: -1 ms|recurrent.delay (-1 ms) must be 0 or above and finite.",
                "delay: 0.2 ms|delay: inf s|recurrent.delay (inf s) must be 0 or above and finite.",
                "delay: 0.2 ms|delay: 0.01 ms|delay (10 us) must be at least one time step (100 us) between neurons.",
                "size: 3|size: -3|groups.points.size (-3) must be at least 1.",
                "size: 3|sizes: 3|groups.points.sizes is not known. Known here: [bias, geometry,",
                "from: points|from: points[2:1]|from (points[2:1]) must be [first:end] with first below end and end at most",
                "from: points|from: points[0:4]|end at most the size of 'points' (3).",
                "from: points|from: points[a:b]|from ('points[a:b]') must be a name or a slice [first:end] with two whole",
                "delay: 0.2 ms|delay: 99999999999999999999 ns x|recurrent.delay: Cannot read '99999999999999999999 ns x' as time",
                "delay: 0.2 ms|delay: 0.25 ms|delay (250 us) must be a whole number of time steps (100 us)",
                "delay: 0.2 ms|#|delay (0 s) must be at least one time step (100 us) between neurons",
                "to: points|to: nowhere|to ('nowhere') is not in the network. Known: [points]",
                "type: uniform, value: 0.5|type: given, values: [[0.5]]|Shape of the weights (1 x 1) must have",
            })
    void namesPlaceValueAndWayOutOfImpulses(String written, String changed, String message) throws IOException {
        assertThat(NetworkFile.read(write(IMPULSES)).projections()).hasSize(1);
        assertThat(IMPULSES).contains(written);
        assertRefusedAt(IMPULSES.replace(written, changed), IMPULSES.indexOf(written), message);
    }

    @Test
    void refusesTwoGroupsOfOneName() throws IOException {
        String twice = IMPULSES.replace("projections:", "  points: {model: lif-neuron, size: 1}\nprojections:");
        assertRefused(write(twice), "network.yaml:11:3: groups.points is given twice. Remove one of them.");
        String shared = IMPULSES.replace("  recurrent:", "  points:");
        assertRefused(write(shared), "Name of a projection ('points') is already taken by a group");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertRefused(directory, "is a directory; a YAML file is needed.");
        assertRefused(directory.resolve("none.yaml"), "there is no such file.");
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsNoMap() throws IOException {
        assertRefused(write(""), "the file is empty; a map of keys and values is needed, beginning with 'format: 1'.");
        assertRefused(write("# only a comment\n"), "the file is empty");
        assertRefused(write("hello"), "must be a map of keys and values, but is the text 'hello'.");
        assertRefused(write("[1, 2]"), "must be a map of keys and values, but is a list.");
        assertRefused(write("{a: [1, 2"), "network.yaml:1:10: cannot be read as YAML: expected ',' or ']'");
        assertRefused(write(GOOD + "---\na: 1\n"), "holds more than one YAML document");
    }

    @Test
    void refusesAnAlias() throws IOException {
        assertRefused(
                write("format: 1\nname: &n x\nstep: *n\n"),
                "step is a YAML alias (*n), which is not supported. Write the value out.");
    }

    @Test
    void refusesBinaryData() throws IOException {
        Path file = directory.resolve("network.yaml");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, (byte) 0xff});
        assertRefused(file, "is not a YAML file: it is not text in UTF-8 (byte 0x89 in line 1). Save it in UTF-8.");
        Files.write(file, new byte[] {0, 1, 2, 3});
        assertRefused(file, "cannot be read as YAML");
    }

    @Test
    void refusesAHugeFileBeforeParsingIt() throws IOException {
        Path file = directory.resolve("network.yaml");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((100L << 20) + 1);
        }
        assertRefused(file, "has 100 MB; at most 16 MB of YAML are read.");
    }

    @Test
    void refusesMoreThanTheParserReadsQuickly() throws IOException {
        assertRefused(
                write("format: 1\nname: " + "x".repeat(2 << 20)),
                "network.yaml:2: is a line of 2097158 characters; at most 1048576 are read. Large arrays belong into an");
        assertRefused(
                write("a:\n" + "- 1\n".repeat(1_000_001)),
                "is beyond the 1000000 values that are read. Large arrays belong into an HDF5 file.");
    }

    @Test
    void readsNoMoreOfAPipeThanOfAFile() {
        assumeThat(Path.of("/dev/zero")).exists();
        assertRefused(Path.of("/dev/zero"), "has more than 16 MB; at most 16 MB of YAML are read.");
    }

    @Test
    void saysWhichCharactersAreNoYaml() throws IOException {
        assertRefused(
                write("format: 1\nname: a\u0007b\n"), "network.yaml:2: cannot be read as YAML: the character U+0007");
        assertRefused(write("a:\n  b: 1\n\tc: 2\n"), "network.yaml:3:1: cannot be read as YAML: found character '\\t");
        assertRefused(write("? ? a\n"), "cannot be read as YAML: a key must be a plain text.");
        Path file = directory.resolve("network.yaml");
        Files.write(file, "format: 1\nname: gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file, "it is not text in UTF-8 (byte 0xfc in line 2). Save it in UTF-8.");
        Files.write(file, GOOD.getBytes(StandardCharsets.UTF_16));
        assertRefused(file, "it is not text in UTF-8 (byte 0xfe in line 1). Save it in UTF-8.");
    }

    @Test
    void shortensWhatItShows() throws IOException {
        Path file = write(GOOD.replace("step: 10 us", "step: " + "1".repeat(50_000) + "e"));
        assertThatThrownBy(() -> NetworkFile.read(file))
                .hasMessageContaining("1111...' as time")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void refusesATag() throws IOException {
        assertRefused(write("format: 1\nname: !!java.io.File x\n"), "network.yaml:2:1: name has a YAML tag (!tag:yaml");
        assertRefused(write("--- # nothing\n"), "the file is empty");
    }

    @Test
    void refusesACurrentIntoASlice() throws IOException {
        String slice = GOOD.replace("target: cells, amplitude", "target: \"cells[0:1]\", amplitude");
        assertRefused(
                write(slice),
                "network.yaml:18:22: Current 'push': target (cells[0:1]) must be a whole group, not a slice;");
    }

    @Test
    void refusesAStepThatIsTooLongForAModelAtTheModel() throws IOException {
        String longStep = IMPULSES.replace("model: lif-neuron", "model: hodgkin-huxley-neuron")
                .replace("    parameters: {response: exponential-current}\n", "")
                .replace("step: 0.1 ms", "step: 0.2 ms");
        assertRefused(
                write(longStep),
                "network.yaml:7:5: Group 'points': The time step (200 us) is too long for neuron model"
                        + " 'hodgkin-huxley-neuron': it must be at most 100 us");
    }

    @Test
    void refusesARateThatNoStepCanHold() throws IOException {
        assertRefused(
                write(GOOD.replace("rate: 20 Hz", "rate: 1e12 Hz")),
                "Source 'noise': rate (1000 GHz) must be at most 1000 spikes of a line in a time step (10 us).");
    }

    @Test
    void refusesDeepNesting() throws IOException {
        assertRefused(write("a: " + "[".repeat(100_000)), "is nested deeper than 40 levels.");
        assertRefused(write("a: " + "{a: ".repeat(100_000)), "is nested deeper than 40 levels.");
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        assertThat(NetworkFile.read(write("\ufeff" + GOOD)).name()).isEqualTo("small");
    }

    @Test
    void saysWhatIsWrongWithTheArrays() throws IOException {
        var arrays = new ArraysBuilder();
        arrays.put("/x/matrix", new float[][] {{0.1f, 0.2f}, {0.3f, 0.4f}});
        arrays.put("/x/nan", new float[][] {{0.1f, 0.2f}, {0.3f, 0.4f}, {0.3f, Float.NaN}});
        arrays.put("/x/list", new float[] {0.1f, 0.2f});
        arrays.put("/x/lengths", new int[] {1, 2});
        arrays.write(directory.resolve("a.h5"));
        assertRefused(
                given("file: a.h5, dataset: /x/matrix"),
                "Shape of the weights (2 x 2) must have 3 rows, one per line of the projection");
        assertRefused(
                given("file: a.h5, dataset: /x/nan"), "weights: Weight on line 2 (NaN) must lie between 0 and 1.");
        assertRefused(
                given("file: a.h5, dataset: /x/list"), "dataset '/x/list' has the shape [2]; a matrix of numbers");
        assertRefused(
                given("file: a.h5, dataset: /y"),
                "projections.crossbar.weights.dataset: " + directory.resolve("a.h5")
                        + ": holds no dataset '/y'. It holds [/x/lengths, /x/list, /x/matrix, /x/nan].");
        assertRefused(given("file: a.h5, dataset: /x"), "holds no dataset '/x'");
        assertRefused(
                given("file: a.h5, dataset: /x/list, lengths: /x/lengths"),
                "projections.crossbar.weights has 2 values, but its lengths are those of 3.");
        assertRefused(
                given("file: network.yaml, dataset: /x"), "cannot be read as HDF5; it is damaged or of another kind");
    }

    @Test
    void refusesToWriteAModelThatCouldNotBeReadAgain() {
        Network network = Network.builder("n")
                .add(new NeuronGroup("cells", 1, new Unregistered()))
                .build();
        assertThatThrownBy(() -> NetworkFile.write(network, directory.resolve("n.yaml")))
                .hasMessageContaining("The neuron model 'unregistered' cannot be written")
                .hasMessageContaining("registered with @AutoService(NeuronModel.class)");
        assertThat(directory).isEmptyDirectory();
    }

    private Path given(String reference) throws IOException {
        return write(GOOD.replace("values: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]", reference));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("network.yaml"), text, StandardCharsets.UTF_8);
    }

    /** Refused with the line that was spoilt; with that of the map around it where a key is missing there. */
    private void assertRefusedAt(String text, int at, String message) throws IOException {
        Path file = write(text);
        Throwable thrown = catchThrowable(() -> NetworkFile.read(file));
        assertThat(thrown)
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("java.");
        Matcher place = Pattern.compile(Pattern.quote(file.toString()) + ":(\\d+):(\\d+): .*", Pattern.DOTALL)
                .matcher(thrown.getMessage());
        if (message.contains("the key '")) {
            return; // missing in the whole file or in a map, which begins further up
        }
        assertThat(place.matches()).as(thrown.getMessage()).isTrue();
        int line = Integer.parseInt(place.group(1));
        String[] lines = text.split("\n", -1);
        int spoilt = (int) text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
        boolean left = lines[spoilt - 1].isBlank() || lines[spoilt - 1].strip().startsWith("#");
        if (left || message.contains("YAML")) {
            assertThat(line).as(thrown.getMessage()).isBetween(spoilt - 8, spoilt + 2);
        } else {
            assertThat(line).as(thrown.getMessage()).isEqualTo(spoilt);
        }
        assertThat(Integer.parseInt(place.group(2))).as("column").isBetween(1, lines[line - 1].length() + 1);
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageMatching("(?s)" + Pattern.quote(file.toString()) + "(:[0-9]+(:[0-9]+)?)?: .*")
                .hasMessageContaining(message);
    }

    private record Unregistered() implements NeuronModel {
        @Override
        public String name() {
            return "unregistered";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public NeuronKernel kernel(KernelSettings settings) {
            throw new UnsupportedOperationException();
        }
    }
}
