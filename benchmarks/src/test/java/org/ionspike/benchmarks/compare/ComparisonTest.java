package org.ionspike.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ionspike.benchmarks.baseline.BaselineModel;
import org.ionspike.benchmarks.energy.EnergyEstimate;
import org.ionspike.benchmarks.energy.Hardware;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.RunSettings.BackendChoice;
import org.ionspike.benchmarks.task.TaskResult;
import org.ionspike.benchmarks.task.TaskRun;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.benchmarks.task.TrainedTask;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.engine.synapse.DeviceVariability;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small comparison on the irises, and what follows from it. */
class ComparisonTest {
    private static final Dataset IRIS = Datasets.resolve("iris");
    private static final List<BaselineModel> BASELINES =
            List.of(BaselineModel.logisticRegression(), BaselineModel.mlp(16), BaselineModel.knn(3));

    private static Comparison comparison;
    private static ImmutableList<Priced> priced;

    private static ComparisonSettings settings(double band, boolean unequal) {
        return new ComparisonSettings(
                ImmutableList.of(Contender.parse("wta:20:vote"), Contender.parse("wta:40")),
                "typical",
                DeviceVariability.typical(),
                OptionalInt.empty(),
                0.2,
                3,
                2,
                band,
                unequal);
    }

    @BeforeAll
    static void compare() {
        var run = new RunSettings(2, true, BackendChoice.AUTO);
        comparison = new ComparisonRun(IRIS, settings(0.1, false), run, List.of(), BASELINES, Progress.silent()).run();
        priced = Priced.all(comparison.models(), Hardware.builtIn());
    }

    @Test
    void everyModelIsTestedOnTheSameSamplesOfEverySeed() {
        assertThat(comparison.models())
                .extracting(ComparedModel::name)
                .containsExactly(
                        "wta-20-vote float32",
                        "wta-20-vote int8",
                        "wta-40 float32",
                        "wta-40 int8",
                        "logistic-regression float32",
                        "logistic-regression int8",
                        "mlp-16 float32",
                        "mlp-16 int8",
                        "knn-3 float32",
                        "knn-3 int8");
        assertThat(comparison.models()).allSatisfy(model -> {
            assertThat(model.runs()).extracting(ModelRun::seed).containsExactly(3L, 4L);
            assertThat(model.runs()).allSatisfy(run -> {
                assertThat(run.confusion().total()).isEqualTo(30);
                assertThat(run.accuracy()).isGreaterThan(0.6);
            });
        });
        assertThat(comparison.shown())
                .allSatisfy(shown -> assertThat(shown.task().split().held())
                        .isEqualTo(comparison.split().held()));
        assertThat(comparison.leanIonic())
                .extracting(ComparedModel::name)
                .containsExactly("wta-20-vote int8", "wta-40 int8");
    }

    @Test
    void ionicHardwareChargesTheJoulesOfTheDevicesAndTheReadout() {
        Priced slit = find("wta-40 int8", "ionic-slit");
        assertThat(slit.inference().terms())
                .extracting(EnergyEstimate.Term::count)
                .contains(Count.READ_JOULES, Count.REST_JOULES, Count.SPIKE_JOULES, Count.EFFECTIVE_MACS);
        var tally = slit.model().inference();
        double devices = tally.get(Count.READ_JOULES) + tally.get(Count.REST_JOULES) + tally.get(Count.SPIKE_JOULES);
        double ofDevices = slit.inference().terms().stream()
                .filter(term -> Set.of(Count.READ_JOULES, Count.REST_JOULES, Count.SPIKE_JOULES)
                        .contains(term.count()))
                .mapToDouble(EnergyEstimate.Term::typical)
                .sum();
        assertThat(ofDevices)
                .isCloseTo(devices, within(1e-9 * devices))
                .isLessThan(slit.inference().typical());
        double mean = slit.model().runs().stream()
                .mapToDouble(run -> run.inference().get(Count.READ_JOULES))
                .average()
                .orElseThrow();
        assertThat(tally.get(Count.READ_JOULES)).isCloseTo(mean, within(1e-12 * mean));
    }

    @Test
    void trainingIsPricedBesideInference() {
        Priced slit = find("wta-40 int8", "ionic-slit");
        assertThat(slit.training())
                .hasValueSatisfying(training -> assertThat(training.typical())
                        .isGreaterThan(1000 * slit.inference().typical()));
        assertThat(find("mlp-16 float32", "cmos45").training()).isPresent();
    }

    /** With the quantity at its limit and all else as it is, both take the same. */
    @Test
    void atTheLimitOfAReadBothTakeTheSameEnergy() {
        List<BreakEven> pairs = BreakEven.all(priced, 0.1, false);
        assertThat(pairs).isNotEmpty();
        for (BreakEven pair : pairs) {
            pair.readJoules().most().ifPresent(most -> {
                double reads = pair.ionic().model().inference().get(Count.DEVICE_READS);
                double atLimit = pair.ionic().inference().typical()
                        + reads * (most - pair.readJoules().now());
                double other = pair.against().inference().typical();
                assertThat(atLimit).isCloseTo(other, within(1e-9 * other));
                assertThat(most > pair.readJoules().now()).isEqualTo(pair.wins());
            });
        }
    }

    @Test
    void modelsFurtherApartThanTheBandAreLeftOutUnlessAskedForAndThenMarked() {
        assertThat(BreakEven.all(priced, 1e-9, false)).allMatch(BreakEven::equal);
        List<BreakEven> unequal = BreakEven.all(priced, 1e-9, true);
        assertThat(unequal).anyMatch(pair -> !pair.equal());
        var text = new StringWriter();
        var close = new Comparison(
                IRIS,
                settings(1e-9, false),
                comparison.split(),
                comparison.models(),
                comparison.shown(),
                Optional.empty());
        new BreakEvenReport(new PrintWriter(text, true), close, List.of()).printRefused();
        assertThat(text.toString()).contains("Refused: wta-20-vote int8.").contains("--unequal");
    }

    @Test
    void theFrontRisesInAccuracyWithEnergy() {
        List<Priced> front = FrontPicture.front(priced);
        assertThat(front).isNotEmpty();
        for (int k = 1; k < front.size(); k++) {
            assertThat(front.get(k).inference().typical())
                    .isGreaterThan(front.get(k - 1).inference().typical());
            assertThat(front.get(k).model().accuracy())
                    .isGreaterThan(front.get(k - 1).model().accuracy());
        }
    }

    @Test
    void everyJouleOfTheDocumentIsACountTimesAPriceWithASource() {
        ObjectNode json =
                ComparisonJson.of("iris", comparison, Hardware.builtIn(), priced, BreakEven.all(priced, 0.1, false));
        int terms = 0;
        for (JsonNode model : json.get("models")) {
            for (JsonNode energy : model.get("energy")) {
                double sum = 0;
                for (JsonNode term : energy.get("terms")) {
                    double joules = term.get("joules").get("typical").asDouble();
                    double product = term.get("amount").asDouble()
                            * term.get("price").get("typical").asDouble();
                    assertThat(joules).isCloseTo(product, within(1e-12 * Math.abs(product)));
                    assertThat(term.get("source").asText()).hasSizeGreaterThan(10);
                    sum += joules;
                    terms++;
                }
                double typical = energy.get("typical").asDouble();
                assertThat(sum).isCloseTo(typical, within(1e-9 * typical));
            }
        }
        assertThat(terms).isGreaterThan(300);
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Path.of("..", "docs", "schema", "compare-1.schema.json").toUri());
        assertThat(schema.validate(json)).isEmpty();
        assertThat(json.get("people").get("images_per_day_bananas").asDouble()).isPositive();
        assertThat(json.get("raster")).hasSize(2);
        assertThat(json.get("confusion")).hasSize(2);
        assertThat(json.has("receptive_fields")).isFalse(); // irises are no images
    }

    @Test
    void theExplanationNamesEveryPriceAndItsSource() {
        var text = new StringWriter();
        var report = new ComparisonReport(new PrintWriter(text, true), comparison, priced);
        report.printExplanation();
        assertThat(text.toString())
                .contains("wta-40 int8 on ionic-slit: ")
                .contains("read-joules")
                .contains("Horowitz");
    }

    @Test
    void contendersAreNamedByNetworkSizeAndReadout() {
        assertThat(Contender.parse("wta:100:vote").name()).isEqualTo("wta-100-vote");
        assertThat(Contender.parse("conv-stdp:64").name()).isEqualTo("conv-stdp-64");
        assertThatThrownBy(() -> Contender.parse("wta"))
                .hasMessage("network ('wta') must be NETWORK:NEURONS[:READOUT], such as wta:200 or wta:100:vote.");
        assertThatThrownBy(() -> Contender.parse("lstm:20"))
                .hasMessageContaining(
                        "No network is named 'lstm'. Known: [wta, conv-stdp, diehl-cook-2015, reservoir].");
        assertThatThrownBy(() -> Contender.parse("wta:20:count")).hasMessageContaining("Known: [delta, vote]");
    }

    @Test
    void aSavedModelTakesPartOnItsOwnSplitOnlyUnlessAskedForAndThenItIsMarked(@TempDir Path folder) {
        var run = new RunSettings(1, true, BackendChoice.AUTO);
        TrainSettings training = Contender.parse("wta:20:vote").settings(settings(0.1, false), 3);
        TrainedTask task = TaskRun.of(IRIS, training, run, Optional.empty(), Progress.silent())
                .run();
        TrainedModel.of("iris", new CsvOptions(), IRIS, training, task)
                .save(
                        folder.resolve("mine"),
                        training,
                        task.epochs(),
                        TaskResult.ofTraining("iris", IRIS, training, task));
        LoadedModel loaded = LoadedModel.load(folder.resolve("mine"));

        Comparison same =
                new ComparisonRun(IRIS, alone(3, false), run, List.of(loaded), List.of(), Progress.silent()).run();
        assertThat(same.models()).extracting(ComparedModel::name).containsExactly("mine float32", "mine int8");
        assertThat(same.models().get(0).accuracy())
                .isEqualTo(task.evaluation().confusion().accuracy());
        assertThat(same.models().get(0).training()).isEqualTo(Tally.NONE.plus(task.trainingTally()));

        assertThatThrownBy(() -> new ComparisonRun(
                                IRIS, alone(4, false), run, List.of(loaded), List.of(), Progress.silent())
                        .run())
                .hasMessageContaining("split (seed 3, 30 samples held) is not the split compared (seed 4, 30 held)");
        Comparison other =
                new ComparisonRun(IRIS, alone(4, true), run, List.of(loaded), List.of(), Progress.silent()).run();
        assertThat(other.models()).extracting(ComparedModel::name).contains("mine OTHER SPLIT int8");
        assertThatThrownBy(() -> loaded.requireData(Datasets.resolve("wine")))
                .hasMessageContaining("is not the data compared, wine");
    }

    private static ComparisonSettings alone(long seed, boolean unequal) {
        return new ComparisonSettings(
                ImmutableList.of(),
                "typical",
                DeviceVariability.typical(),
                OptionalInt.empty(),
                0.2,
                seed,
                1,
                0.1,
                unequal);
    }

    private static Priced find(String model, String hardware) {
        return priced.stream()
                .filter(one -> one.model().name().equals(model)
                        && one.hardware().name().equals(hardware))
                .findFirst()
                .orElseThrow();
    }
}
