package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks besides the winner-take-all layer, from the command line. */
class OtherNetworksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("conv-stdp", List.of("--neurons", 32, "--filter-size", 4, "--epochs", 30), 0.9),
                Arguments.of(
                        "conv-stdp",
                        List.of("--readout", "s2-stdp", "--neurons", 32, "--filter-size", 4, "--epochs", 30),
                        0.7),
                Arguments.of("diehl-cook-2015", List.of("--neurons", 60, "--epochs", 1), 0.4));
    }

    private CommandRun train(String network, List<?> more, Object... others) {
        var arguments = new ArrayList<Object>(List.of("train", "digits", "--network", network, "--quiet"));
        arguments.addAll(List.of("--out", folder.resolve("model"), "--json", folder.resolve("train.json")));
        arguments.addAll(more);
        arguments.addAll(List.of(others));
        return CommandRun.of(arguments.toArray());
    }

    private JsonNode result(String name) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(folder.resolve(name).toFile());
        json.remove("timing");
        return json;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void learnsDigitsIsSavedAndGivesTheSameAnswersWhenLoaded(String network, List<?> options, double least)
            throws IOException {
        CommandRun run = train(network, options, "--pictures", folder.resolve("pictures"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Network " + network, "Accuracy", "Training", "Pictures in");
        JsonNode trained = result("train.json");
        assertThat(trained.get("model").get("network").asText()).isEqualTo(network);
        assertThat(trained.get("ClassificationAccuracy").asDouble()).isGreaterThan(least);

        CommandRun again = CommandRun.of(
                "evaluate", folder.resolve("model"), "--quiet", "--threads", 1, "--json", folder.resolve("again.json"));
        assertThat(again.exitCode()).as(again.err()).isZero();
        JsonNode loaded = result("again.json");
        assertThat(loaded.get("confusion")).isEqualTo(trained.get("confusion"));
        assertThat(loaded.get("SynapticOperations")).isEqualTo(trained.get("SynapticOperations"));
        assertThat(loaded.get("energy_J")).isEqualTo(trained.get("energy_J"));
        assertThat(loaded.get("ParameterCount")).isEqualTo(trained.get("ParameterCount"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void shuffledLabelsFallToChance(String network, List<?> options, double least) throws IOException {
        assertThat(train(network, options, "--shuffle-labels").exitCode()).isZero();
        assertThat(result("train.json").get("ClassificationAccuracy").asDouble())
                .isLessThan(0.25);
    }

    @Test
    void filtersForgetAsTheirDevicesDoAndAreWrittenBack() throws IOException {
        train("conv-stdp", List.of("--neurons", 16, "--epochs", 5));
        CommandRun aged = CommandRun.of(
                "evaluate", folder.resolve("model"), "--quiet", "--age", "3 h", "--json", folder.resolve("aged.json"));
        assertThat(aged.exitCode()).as(aged.err()).isZero();
        CommandRun refreshed = CommandRun.of(
                "evaluate",
                folder.resolve("model"),
                "--quiet",
                "--age",
                "3 h",
                "--refresh",
                "--json",
                folder.resolve("refreshed.json"));
        assertThat(refreshed.exitCode()).as(refreshed.err()).isZero();
        double fresh = result("train.json").get("ClassificationAccuracy").asDouble();
        assertThat(result("aged.json").get("ClassificationAccuracy").asDouble()).isLessThan(fresh - 0.05);
        assertThat(result("refreshed.json").get("confusion"))
                .isEqualTo(result("train.json").get("confusion"));
        assertThat(result("refreshed.json").get("ageing").get("device_writes").asLong())
                .isPositive();
    }

    @Test
    void aReservoirIsTheCommandOfItsOwn() {
        CommandRun byName = CommandRun.of(
                "train", "digits", "--network", "reservoir", "--neurons", 20, "--limit", 200, "--seeds", 2, "--quiet");
        CommandRun own = CommandRun.of("reservoir", "digits", "--devices", 20, "--limit", 200, "--seeds", 2, "--quiet");
        assertThat(byName.exitCode()).as(byName.err()).isZero();
        assertThat(byName.out()).isEqualTo(own.out()).contains("reservoir");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("iris --network conv-stdp", "holds no images, and conv-stdp looks for shapes in them"),
                Arguments.of(
                        "digits --network conv-stdp --readout vote",
                        "does not go with network conv-stdp, which has [delta, s2-stdp]"),
                Arguments.of("digits --network conv-stdp --fidelity circuit", "which are for wta"),
                Arguments.of(
                        "digits --network conv-stdp --filter-size 9", "ConvStdp.side (9) must lie between 1 and 8"),
                Arguments.of("digits --network conv-stdp --spikes a.csv", "--spikes is for networks of wta"),
                Arguments.of("digits --filter-size 3", "is of the filters of --network conv-stdp"),
                Arguments.of("digits --network diehl-cook-2015 --device typical", "are plain numbers"),
                Arguments.of("digits --network diehl-cook-2015 --readout delta", "which has [count]"),
                Arguments.of("digits --network reservoir --epochs 3", "--epochs does not go with --network reservoir"),
                Arguments.of("digits --fold 6/5", "fold: part (6) must lie between 1 and 5"),
                Arguments.of("digits --fold half", "fold 'half' is not a part of several, such as 1/5."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatDoesNotGoTogether(String options, String message) {
        var arguments = new ArrayList<Object>(List.of("train"));
        arguments.addAll(List.of(options.split(" ")));
        arguments.addAll(List.of("--json", folder.resolve("result.json"), "--quiet"));
        CommandRun run = CommandRun.of(arguments.toArray());
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains(message).doesNotContain("Exception", "at org.");
    }
}
