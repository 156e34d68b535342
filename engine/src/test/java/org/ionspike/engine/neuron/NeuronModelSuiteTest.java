package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered neuron model promises, whatever its equations: the contract of {@link NeuronKernel}. */
class NeuronModelSuiteTest {
    private static final Map<String, Stimulus> STIMULI = new HashMap<>();

    static List<NeuronModel> models() {
        return ServiceLoader.load(NeuronModel.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    static Stream<Arguments> backends() {
        return models().stream()
                .flatMap(model -> Stream.of(Backend.values()).map(backend -> Arguments.of(model, backend)));
    }

    static Stream<Arguments> sizes() {
        return models().stream().flatMap(model -> Stream.of(1, 7, 400).map(size -> Arguments.of(model, size)));
    }

    static Stream<Arguments> smallestAndLarge() {
        return models().stream().flatMap(model -> Stream.of(1, 400).map(size -> Arguments.of(model, size)));
    }

    static Stream<Arguments> largeSizes() {
        return models().stream().map(model -> Arguments.of(model, 10_000));
    }

    private static Stimulus stimulus(NeuronModel model) {
        return STIMULI.computeIfAbsent(model.name(), name -> Stimulus.of(model));
    }

    private static KernelRun run(NeuronModel model, int size, Backend backend, boolean parking) {
        double dt = stimulus(model).dt();
        return new KernelRun(model.kernel(new KernelSettings(size, new Time(dt), backend, parking, true)), dt);
    }

    private static KernelRun run(NeuronModel model, int size, Backend backend) {
        return run(model, size, backend, true);
    }

    /** Uniform between two multiples of the scale of a model. */
    private static float[] currents(NeuronModel model, int size, long seed, double low, double high) {
        double scale = stimulus(model).scale();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        var amperes = new float[size];
        for (int j = 0; j < size; j++) {
            amperes[j] = (float) (scale * (low + (high - low) * random.nextDouble()));
        }
        return amperes;
    }

    /** Names of the state variables, from the message about one that does not exist. */
    private static List<String> variables(NeuronKernel kernel) {
        String message =
                String.valueOf(catchThrowable(() -> kernel.state("no such", 0)).getMessage());
        return List.of(message.replaceAll(".*Known: \\[(.*)\\]\\.", "$1").split(", ", -1));
    }

    /** Pulses, a ramp, a clamp and long silences. */
    private static KernelRun eventful(NeuronModel model, KernelRun run, long seed) {
        int size = run.kernel().size();
        var none = new float[size];
        long start = run.step();
        run.drive(currents(model, size, seed, -0.2, 1.5)).to(start + 700);
        run.drive(none).to(start + 8_000);
        float[] some = currents(model, size, seed + 1, -6, 2);
        for (int j = 0; j < size; j++) {
            some[j] = Math.max(0, some[j]); // three quarters of the neurons stay parked
        }
        run.drive(some).to(start + 8_500).drive(none).to(start + 30_000);
        run.drive(currents(model, size, seed + 2, -2, 0), 0, stimulus(model).ramp())
                .to(start + 30_700);
        run.clamp(300, stimulus(model).clampVolts());
        return run.to(start + 31_200).drive(none).to(start + 60_000);
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasANameAndASummary(NeuronModel model) {
        assertThat(model.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(model.summary()).endsWith(".").doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("models")
    void listsTheVariablesOfItsKernels(NeuronModel model) {
        for (Backend backend : Backend.values()) {
            assertThat(model.variables().stream().map(StateVariable::name))
                    .containsExactlyInAnyOrderElementsOf(
                            variables(run(model, 1, backend).kernel()));
        }
        assertThat(model.variables()).allSatisfy(variable -> {
            assertThat(variable.meaning()).isNotBlank();
            assertThat(variable.low()).isLessThan(variable.high());
        });
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("largeSizes")
    void fusedAndVectorizedAgreeInLargeGroups(NeuronModel model, int size) {
        fusedAndVectorizedTakeTheSameStepFromTheSameState(model, size);
        fusedAndVectorizedSpikeAlike(model, size);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void fusedAndVectorizedTakeTheSameStepFromTheSameState(NeuronModel model, int size) {
        KernelRun fused = run(model, size, Backend.FUSED);
        KernelRun vectorized = run(model, size, Backend.VECTORIZED);
        List<String> variables = variables(fused.kernel());
        var worst = new double[variables.size()];
        var low = new double[variables.size()];
        var high = new double[variables.size()];
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5);
        for (int trial = 0; trial < 15; trial++) {
            // a clamp puts all neurons of both at one voltage and, after the first, at fractions that differ little
            Stimulus stimulus = stimulus(model);
            double volts = stimulus.rest() + stimulus.span() * (1.2 * random.nextDouble() - 0.2);
            int steps = 1 + random.nextInt(50);
            float[] amperes = currents(model, size, trial, -1, 2.5);
            for (KernelRun run : List.of(fused, vectorized)) {
                run.drive(amperes).clamp(steps, volts);
                receive(model, run, trial);
                run.to(run.step() + 1);
            }
            for (int k = 0; k < variables.size(); k++) {
                float[] a = fused.state(variables.get(k));
                float[] b = vectorized.state(variables.get(k));
                for (int j = 0; j < size; j++) {
                    worst[k] = Math.max(worst[k], Math.abs(a[j] - b[j]));
                    low[k] = Math.min(low[k], a[j]);
                    high[k] = Math.max(high[k], a[j]);
                }
            }
        }
        for (int k = 0; k < variables.size(); k++) {
            assertThat(worst[k])
                    .as("%s, range %s to %s", variables.get(k), low[k], high[k])
                    .isLessThanOrEqualTo(1e-5 * (high[k] - low[k]));
        }
    }

    @ParameterizedTest
    @MethodSource("smallestAndLarge")
    void fusedAndVectorizedSpikeAlike(NeuronModel model, int size) {
        List<List<KernelRun.Spike>> trains = new ArrayList<>();
        for (Backend backend : Backend.values()) {
            KernelRun run = run(model, size, backend);
            if (size > 1_000) {
                run.drive(currents(model, size, 3, 1, 1.6)).to(500);
            } else {
                run.drive(currents(model, size, 3, size == 1 ? 1 : 0.4, 1.6))
                        .to(500)
                        .drive(new float[size]);
                run.clamp(100, stimulus(model).clampVolts());
                run.drive(
                                currents(model, size, 4, -0.6, 0.2),
                                0,
                                stimulus(model).ramp())
                        .to(1_100);
            }
            trains.add(run.spikes());
        }
        double dt = stimulus(model).dt();
        int apart = 0;
        for (int j = 0; j < size; j++) {
            double[] fused = times(trains.get(0), j);
            double[] vectorized = times(trains.get(1), j);
            assertThat(vectorized).as("number of spikes of neuron %d", j).hasSameSizeAs(fused);
            for (int k = 0; k < fused.length; k++) {
                double difference = Math.abs(vectorized[k] - fused[k]);
                // near the threshold V moves slowly (10 V/s and less in circuit neurons), and single-precision states
                // part by some 1e-7 V a step; a spike at the very end of a step may be reset a step later in the other
                apart += difference > 0.4 * dt ? 1 : 0;
                assertThat(difference).as("neuron %d, in s", j).isLessThan(1.1 * dt);
            }
        }
        assertThat(apart).as("spikes further apart than 0.4 dt").isLessThanOrEqualTo(size / 1_000);
        assertThat(trains.get(0)).hasSizeGreaterThanOrEqualTo(size / 4 + 1); // not all models answer to a slow ramp
    }

    private static double[] times(List<KernelRun.Spike> train, int neuron) {
        return train.stream()
                .filter(spike -> spike.neuron() == neuron)
                .mapToDouble(KernelRun.Spike::seconds)
                .toArray();
    }

    /** An impulse at one receptor of every neuron, of a size that depends on the neuron. */
    private static void receive(NeuronModel model, KernelRun run, int trial) {
        if (model.receptors().isEmpty()) {
            return;
        }
        int receptor = trial % model.receptors().size();
        float size =
                (float) stimulus(model).impulse(model.receptors().get(receptor).quantity());
        float[] arrivals = run.kernel().arrivals(receptor, run.step());
        for (int j = 0; j < arrivals.length; j++) {
            arrivals[j] += size * (j % 5) / 5;
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aGroupWithoutInputIsNeverDueAndStaysExactlyAtRest(NeuronModel model, Backend backend) {
        KernelRun fresh = run(model, 7, backend);
        KernelRun run = run(model, 7, backend);
        // a long clamp near rest, which costs nothing, lets the slits of circuit neurons forget
        int settle = stimulus(model).settleSteps();
        run.drive(currents(model, 7, 8, 0.5, 1.5))
                .to(300)
                .clamp(settle, stimulus(model).clampVolts());
        run.drive(new float[7]);
        while (run.kernel().due(run.step()) != NeuronKernel.NEVER && run.step() < settle + 15_000) {
            run.to(run.step() + 100);
        }
        assertThat(run.kernel().due(run.step())).isEqualTo(NeuronKernel.NEVER);
        run.to(200_000);
        for (String variable : variables(run.kernel())) {
            assertThat(run.state(variable)).as(variable).isEqualTo(fresh.state(variable));
        }
        double[] before = run.joules();
        run.drive(new float[7]).to(400_000);
        double[] after = run.joules();
        double[] rest = fresh.to(200_000).joules();
        for (int j = 0; j < 7; j++) {
            assertThat(after[j] - before[j]).isCloseTo(rest[j], within(1e-12 * rest[j]));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void parkingChangesNoBitOfSpikesStatesAndJoules(NeuronModel model) {
        KernelRun parked = eventful(model, run(model, 40, Backend.FUSED, true), 11);
        KernelRun awake = eventful(model, run(model, 40, Backend.FUSED, false), 11);
        assertThat(parked.spikes()).isNotEmpty().isEqualTo(awake.spikes());
        assertThat(parked.joules()).isEqualTo(awake.joules());
        for (String variable : variables(parked.kernel())) {
            assertThat(parked.state(variable)).as(variable).isEqualTo(awake.state(variable));
        }
        assertThat(parked.advanced()).isLessThanOrEqualTo(awake.advanced());
    }

    @ParameterizedTest
    @MethodSource("models")
    void parkingChangesNoBitOfTheVectorizedKernel(NeuronModel model) {
        List<KernelRun> runs = new ArrayList<>();
        for (boolean parking : new boolean[] {true, false}) {
            KernelRun run = run(model, 5, Backend.VECTORIZED, parking);
            // circuit neurons forget during a long clamp, which costs them nothing
            int clamp = stimulus(model).settleSteps() > 100_000 ? 3_000 : 300;
            run.drive(currents(model, 5, 2, 0.8, 1.5))
                    .to(300)
                    .clamp(clamp, stimulus(model).clampVolts());
            run.drive(new float[5]).to(clamp + 900);
            runs.add(run.drive(currents(model, 5, 3, 0.8, 1.5)).to(clamp + 1_050));
        }
        assertThat(runs.get(0).spikes()).isNotEmpty().isEqualTo(runs.get(1).spikes());
        assertThat(runs.get(0).joules()).isEqualTo(runs.get(1).joules());
        for (String variable : variables(runs.get(0).kernel())) {
            assertThat(runs.get(0).state(variable))
                    .as(variable)
                    .isEqualTo(runs.get(1).state(variable));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void sameInputSameSpikesAndResetStartsAfresh(NeuronModel model) {
        KernelRun first = eventful(model, run(model, 9, Backend.FUSED), 21);
        KernelRun second = eventful(model, run(model, 9, Backend.FUSED), 21);
        assertThat(second.spikes()).isEqualTo(first.spikes());

        NeuronKernel used = second.kernel();
        used.drive(60_000, currents(model, 9, 1, 0.9, 1), 0, stimulus(model).ramp());
        used.reset(0);
        KernelRun third = eventful(model, new KernelRun(used, stimulus(model).dt()), 21);
        assertThat(third.spikes()).isEqualTo(first.spikes());
        assertThat(third.joules()).isEqualTo(first.joules());
        for (String variable : variables(used)) {
            assertThat(third.state(variable)).as(variable).isEqualTo(first.state(variable));
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void lookingChangesNothing(NeuronModel model, Backend backend) {
        KernelRun blind = run(model, 6, backend);
        KernelRun watched = run(model, 6, backend);
        for (KernelRun run : List.of(blind, watched)) {
            run.drive(currents(model, 6, 31, -0.3, 0.3), 0, stimulus(model).ramp());
            for (long step = 40; step <= 240; step += 40) {
                run.to(step);
                look(run, run == watched);
            }
            run.kernel().clamp(240, 300, stimulus(model).clampVolts());
            run.to(277);
            look(run, run == watched);
            run.to(300);
            look(run, run == watched);
            run.to(800);
        }
        assertThat(watched.spikes()).isNotEmpty().isEqualTo(blind.spikes());
        assertThat(watched.joules()).isEqualTo(blind.joules());
    }

    private static void look(KernelRun run, boolean really) {
        if (really) {
            run.joules();
            variables(run.kernel()).forEach(run::state);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aClampSilencesAndInputSetMeanwhileActsFromTheRelease(NeuronModel model, Backend backend) {
        int hold = stimulus(model).settleSteps() > 100_000 ? 2_000 : 200;
        float[] strong = currents(model, 5, 6, 1, 1.5);
        KernelRun before = run(model, 5, backend);
        before.drive(strong).clamp(hold, stimulus(model).clampVolts());
        assertThat(before.spikes()).isEmpty();
        before.to(hold + 400);

        KernelRun meanwhile = run(model, 5, backend);
        meanwhile.kernel().clamp(0, hold, stimulus(model).clampVolts());
        meanwhile
                .to(hold / 2 - hold / 20)
                .drive(new float[5])
                .to(hold / 2 + hold / 20)
                .drive(strong)
                .to(hold + 400);
        assertThat(meanwhile.spikes()).isEqualTo(before.spikes());
        for (int j = 0; j < 5; j++) {
            assertThat(meanwhile.spikesOf(j)).as("neuron %d", j).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aRampGoesOnThroughAClampAndAReadOfEnergy(NeuronModel model, Backend backend) {
        float[] low = {(float) (-2 * stimulus(model).scale())};
        KernelRun held = run(model, 1, backend);
        double ramp = 2 * stimulus(model).ramp();
        double dt = stimulus(model).dt();
        held.drive(low, 0, ramp).clamp(200, stimulus(model).clampVolts());
        KernelRun late = run(model, 1, backend);
        late.clamp(200, stimulus(model).clampVolts()).drive(low, ramp * 200 * dt, ramp);
        double first = held.to(900).spikesOf(0)[0];
        // the ramp passes the rounding of twice the scale in single precision in less than 1e-4 of a step
        assertThat(first).isCloseTo(late.to(900).spikesOf(0)[0], within(2e-4 * dt));
        assertThat(first).isGreaterThan(500 * dt);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aSecondClampTakesThePlaceOfTheFirst(NeuronModel model, Backend backend) {
        float[] strong = {(float) (1.2 * stimulus(model).scale())};
        KernelRun run = run(model, 1, backend);
        run.drive(strong).kernel().clamp(0, 5_000, stimulus(model).clampVolts());
        run.to(60).kernel().clamp(60, 80, stimulus(model).clampVolts());
        KernelRun once = run(model, 1, backend);
        once.drive(strong).clamp(80, stimulus(model).clampVolts());
        assertThat(run.to(500).spikesOf(0)).isNotEmpty();
        // the state passes single precision once more, which moves a spike by less than 1e-3 of a step
        assertThat(run.spikesOf(0)[0])
                .isCloseTo(
                        once.to(500).spikesOf(0)[0],
                        within(1e-3 * stimulus(model).dt()));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void spikeTimesKeepTheirDigitsAfterManySteps(NeuronModel model, Backend backend) {
        float[] amperes = currents(model, 3, 9, 0.8, 1.5);
        KernelRun early = run(model, 3, backend);
        early.drive(amperes).to(400);
        double dt = stimulus(model).dt();
        long hour = Math.round(3_600 / dt);
        KernelRun late = run(model, 3, backend);
        late.kernel().reset(hour);
        late.to(hour).drive(amperes).to(hour + 400);
        assertThat(late.spikes()).hasSameSizeAs(early.spikes());
        for (int j = 0; j < 3; j++) {
            // 3600 s in double precision resolve 5e-13 s
            assertThat(late.spikesOf(j)[0] - hour * dt).isCloseTo(early.spikesOf(j)[0], within(2e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void refusesAnUnknownStateVariable(NeuronModel model, Backend backend) {
        NeuronKernel kernel = run(model, 1, backend).kernel();
        assertThatThrownBy(() -> kernel.state("volume", 0))
                .hasMessageContaining("'" + model.name() + "'")
                .hasMessageContaining("'volume'")
                .hasMessageContaining("Known: [");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void refusesEnergyWithoutAccounts(NeuronModel model, Backend backend) {
        NeuronKernel kernel =
                model.kernel(new KernelSettings(1, new Time(stimulus(model).dt()), backend, true, false));
        assertThatThrownBy(() -> kernel.dissipatedJoules(0, 0)).hasMessageContaining("KernelSettings.energy");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void refusesTimesInThePastAndEmptyClamps(NeuronModel model, Backend backend) {
        NeuronKernel kernel = run(model, 1, backend).kernel();
        kernel.drive(10, new float[1], 0, 0);
        assertThatThrownBy(() -> kernel.drive(9, new float[1], 0, 0)).hasMessageContaining("has reached step 10");
        assertThatThrownBy(() -> kernel.clamp(9, 20, 0)).hasMessageContaining("has reached step 10");
        assertThatThrownBy(() -> kernel.clamp(20, 20, 0)).hasMessageContaining("after fromStep");
    }
}
