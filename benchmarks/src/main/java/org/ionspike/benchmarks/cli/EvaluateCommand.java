package org.ionspike.benchmarks.cli;

import com.google.common.primitives.ImmutableIntArray;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ionspike.benchmarks.report.ConsoleReport;
import org.ionspike.benchmarks.report.LearntPictures;
import org.ionspike.benchmarks.task.Evaluation;
import org.ionspike.benchmarks.task.EvaluationRun;
import org.ionspike.benchmarks.task.TaskResult;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.Fidelity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike evaluate MODEL}. */
@Command(
        name = "evaluate",
        description = "Load a trained model and test it on the samples that were held back, or on other data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ionspike evaluate models/digits",
            "  ionspike evaluate models/digits --fidelity circuit",
            "  ionspike evaluate models/digits --pictures pictures",
            "  ionspike evaluate models/digits --age \"1 h\" --refresh",
            "  ionspike evaluate models/material --dataset csv:new.csv --label material"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Mixin
    private DataOptions data;

    @Mixin
    private PictureOptions pictures;

    @Parameters(paramLabel = "MODEL", description = "Folder that 'train' wrote.")
    private Path folder;

    @Option(
            names = "--dataset",
            paramLabel = "TASK",
            description =
                    "Test on all samples of this data instead: a name, csv:FILE, idx:FOLDER, nmnist:FOLDER or shd:FILE.")
    private @Nullable String dataset;

    @Option(
            names = "--fidelity",
            paramLabel = "reduced|circuit",
            description = "Read the same weights with these neurons as well, and compare who fires first.")
    private @Nullable Fidelity fidelity;

    @Option(
            names = "--age",
            paramLabel = "TIME",
            description =
                    "Let the weights of the ionic devices relax without voltage for so long first, such as \"1 h\" or"
                            + " \"2 d\".")
    private @Nullable String age;

    @Option(
            names = "--refresh",
            description = "Write the aged devices back to their weights before they are read; says what that costs.")
    private boolean refresh;

    @Override
    public Integer call() {
        long begun = System.nanoTime();
        Time aged = Usage.of(spec, this::ageing);
        var settings = Usage.of(spec, run::settings);
        TrainedModel model = TrainedModel.load(folder);
        if (fidelity != null && model.convolution().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--fidelity is for models of wta; conv-stdp is compared with running neurons whenever it is tested.");
        }
        if (run.wantsSpikes() && model.convolution().isPresent()) {
            throw new ParameterException(spec.commandLine(), RunOptions.SPIKES_OF_WTA);
        }
        var evaluation = new EvaluationRun(
                model, settings, run.progress(spec.commandLine().getErr()));
        String task = dataset == null ? model.task() : dataset;
        Dataset samplesOf = dataset == null
                ? data.resolve(task, model.csv(), spec.commandLine().getErr())
                : Usage.of(
                        spec,
                        () -> data.resolve(task, data.csv(), spec.commandLine().getErr()));
        ImmutableIntArray samples =
                dataset == null ? evaluation.heldSamples(samplesOf) : evaluation.allSamples(samplesOf);
        // refreshed devices have the weights they had before
        Time relaxed = refresh ? new Time(0) : aged;
        Evaluation result = evaluation.evaluate(samplesOf, samples, model.network(), relaxed);

        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %s, %d neurons, seed %d.%n%n",
                folder,
                task,
                model.network().groups().get(0).size(),
                model.seed());
        var report = new ConsoleReport(out);
        report.print(result);
        var json = TaskResult.ofEvaluation(task, samplesOf, model, result, (System.nanoTime() - begun) / 1e9);
        if (age != null) {
            var ageing = json.putObject("ageing").put("age_s", aged.si()).put("refreshed", refresh);
            out.printf("%nDevices without voltage for %s%s.%n", age.strip(), refresh ? ", then refreshed" : "");
            if (refresh) {
                EvaluationRun.Refresh cost = evaluation.refresh(model.network(), aged);
                ageing.put("device_writes", cost.deviceWrites()).put("programming_J", cost.joules());
                out.printf(
                        Locale.ROOT,
                        "Refreshing takes %d device writes and %s.%n",
                        cost.deviceWrites(),
                        new Energy(cost.joules()));
            }
        }
        if (fidelity != null) {
            Network other = EvaluationRun.withFidelity(model.network(), fidelity);
            Evaluation compared = evaluation.evaluate(samplesOf, samples, other, relaxed);
            double same = EvaluationRun.sameWinner(result, compared);
            report.printComparison(fidelity, compared, same);
            json.putObject("fidelity")
                    .put("neurons", fidelity.name().toLowerCase(Locale.ROOT))
                    .put("ClassificationAccuracy", compared.confusion().accuracy())
                    .put("same_first_winner", same)
                    .put("energy_J", compared.energy().total());
        }
        run.write(json, samples, result);
        pictures.write(out, (path, ending) -> LearntPictures.write(path, ending, model, samplesOf, samples, result));
        out.flush();
        return IonspikeCli.DONE;
    }

    private Time ageing() {
        Check.require(age != null || !refresh, "--refresh", refresh, "goes with --age; say how old the devices are");
        return age == null ? new Time(0) : AgeOption.parse(age);
    }
}
