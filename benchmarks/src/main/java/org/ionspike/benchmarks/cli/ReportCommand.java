package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ionspike.benchmarks.report.WholeFile;
import org.ionspike.benchmarks.report.html.ReportFiles;
import org.ionspike.benchmarks.report.html.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike report FOLDER|FILE...}. */
@Command(
        name = "report",
        description =
                "Make one page of HTML from files of results: of compare, sweep and train (one seed or several). It needs"
                        + " no network and no other file, and can be read on a telephone.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ionspike train digits --json r.json && ionspike report r.json",
            "  ionspike report results --out digits.html",
            "  ionspike report compare.json sweep.json --out both.html"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER|FILE",
            arity = "1..*",
            description = "Files of results (JSON), or folders: of a folder all files that end in .json.")
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page. It replaces one that is there. Default: ${DEFAULT-VALUE}.")
    private Path page = Path.of("report.html");

    @Override
    public Integer call() {
        ReportFiles read = Usage.of(spec, () -> ReportFiles.read(files));
        PrintWriter err = spec.commandLine().getErr();
        read.passedOver().forEach(file -> err.println("Passed over " + file + ": it holds no results."));
        err.flush();
        String html = ReportPage.of(read);
        WholeFile.write(page, "report", html);
        PrintWriter out = spec.commandLine().getOut();
        out.println(page + ": " + read.documents().size()
                + (read.documents().size() == 1 ? " document, " : " documents, ") + html.length() / 1024 + " KB.");
        out.flush();
        return IonspikeCli.DONE;
    }
}
